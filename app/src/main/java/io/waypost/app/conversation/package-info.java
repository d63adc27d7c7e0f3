/** Conversations (会话): who customers are on each channel, and what was written, numbered without gaps (ADR 34, 35). */
@NullMarked
@ApplicationModule(displayName = "Conversations", allowedDependencies = {"audit", "live"})
package io.waypost.app.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
