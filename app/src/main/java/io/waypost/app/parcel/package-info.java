/** Parcels (包裹): registered waybills, timelines, status, search, masking and notes. */
@NullMarked
@ApplicationModule(displayName = "Parcels", allowedDependencies = {"audit", "network", "identity"})
package io.waypost.app.parcel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
