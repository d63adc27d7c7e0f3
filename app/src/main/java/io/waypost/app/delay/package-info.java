/** Delay early warning (时效预警): what remaining times are usual, which promises are about to be missed, and what can still be saved (P4). */
@NullMarked
@ApplicationModule(displayName = "Delay early warning", allowedDependencies = {"network", "identity", "calendar",
        "parcel",
        "export"})
package io.waypost.app.delay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
