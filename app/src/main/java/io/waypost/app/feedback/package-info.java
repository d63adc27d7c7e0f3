/**
 * Feedback from apps, app stores and social media (反馈与评论) as a channel: whatever reads them there brings them here by one signed
 * call, and fetches what agents answered.
 */
@NullMarked
@ApplicationModule(displayName = "Feedback", allowedDependencies = {"channel", "conversation"})
package io.waypost.app.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
