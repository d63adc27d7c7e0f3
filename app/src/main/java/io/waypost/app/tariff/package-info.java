/** Prices, promises and service areas (资费与时效): tariffs in versions, what is quoted by them, and how long parcels really took (ADR 43). */
@NullMarked
@ApplicationModule(displayName = "Tariff", allowedDependencies = {"audit", "network", "identity", "live", "parcel"})
package io.waypost.app.tariff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
