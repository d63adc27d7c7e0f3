/** Short messages (短信) as a channel: replies that come in become contacts, answers leave by the outbox like every other short message. */
@NullMarked
@ApplicationModule(displayName = "Short messages", allowedDependencies = {"channel", "conversation", "outbox"})
package io.waypost.app.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
