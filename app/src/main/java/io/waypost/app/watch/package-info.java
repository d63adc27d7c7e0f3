/** Parcel watch (盯件): silence, its limits, findings, learning, and the freshness of data. */
@NullMarked
@ApplicationModule(displayName = "Parcel watch", allowedDependencies = {"audit", "live", "network", "identity",
        "parcel"})
package io.waypost.app.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
