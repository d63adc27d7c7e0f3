/** Outlets and hubs at work (运行监测): what they did hour by hour, what is usual, and what is not (P6). */
@NullMarked
@ApplicationModule(displayName = "Outlets", allowedDependencies = {"audit", "live", "network", "identity", "parcel",
        "watch"})
package io.waypost.app.outlet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
