/** Claims (理赔): asked for, examined, agreed, paid. */
@NullMarked
@ApplicationModule(
        displayName = "Claims",
        allowedDependencies = {"audit", "network", "identity", "live", "parcel", "attachment", "contract", "money", "conversation", "outbox"})
package io.waypost.app.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
