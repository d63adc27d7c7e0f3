/** The outbox (外发件箱): the one way by which anything leaves the platform, in the transaction of the step it tells of. */
@NullMarked
@ApplicationModule(displayName = "Outbox", allowedDependencies = {"audit"})
package io.waypost.app.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
