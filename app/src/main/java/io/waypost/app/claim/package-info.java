/** Claims (理赔): asked for, examined, agreed, paid; the standard by which they are, in versions. */
@NullMarked
@ApplicationModule(displayName = "Claims", allowedDependencies = {"audit", "network", "identity", "live", "parcel",
        "attachment", "contract", "money", "outbox", "tracking", "version"})
package io.waypost.app.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
