/** The ledger and payouts (总账与打款): booked in double entry, paid once, reconciled every day. */
@NullMarked
@ApplicationModule(displayName = "Money", allowedDependencies = {"audit", "identity", "live"})
package io.waypost.app.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
