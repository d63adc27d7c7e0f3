/** Every way in for scans (扫描接入): partners' calls, the aggregator's push, files. */
@NullMarked
@ApplicationModule(displayName = "Scans in", allowedDependencies = {"audit", "live", "network", "identity", "parcel",
        "stream"})
package io.waypost.app.scan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
