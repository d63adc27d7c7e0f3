/** Notices (通知): told in the console at once, and by SMS through an outbox that survives crashes and never says a thing twice. */
@NullMarked
@ApplicationModule(displayName = "Notices", allowedDependencies = {"live", "network", "identity", "ticket"})
package io.waypost.app.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
