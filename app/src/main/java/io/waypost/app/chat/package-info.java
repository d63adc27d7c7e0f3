/** Web and app chat (网页与应用内咨询): sites, visitors and their tokens, and the host of the socket edge (ADR 34, 35). */
@NullMarked
@ApplicationModule(displayName = "Chat", allowedDependencies = {"audit", "network", "identity", "calendar",
        "attachment",
        "conversation", "desk", "outbox"})
package io.waypost.app.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
