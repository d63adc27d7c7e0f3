/** Notices (通知): told in the console at once, and by SMS through the outbox. */
@NullMarked
@ApplicationModule(displayName = "Notices", allowedDependencies = {"live", "network", "identity", "outbox", "ticket",
        "appeal", "device", "outlet", "delay", "knowledge", "claim", "liability"})
package io.waypost.app.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
