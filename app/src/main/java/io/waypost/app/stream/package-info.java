/**
 * The whole network's scans (全网扫描流): taken into the embedded engine's log at its own speed, watched there, and only the parcels that
 * somebody has to look at are picked into the timelines.
 */
@NullMarked
@ApplicationModule(displayName = "The network's stream", allowedDependencies = {"device", "network", "outlet", "parcel",
        "watch"})
package io.waypost.app.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
