/** Liability (责任判定与追责): which units bear what a claim cost, charged, contested and settled with their accounts. */
@NullMarked
@ApplicationModule(displayName = "Liability", allowedDependencies = {"audit", "attachment", "live", "network",
        "identity",
        "parcel", "claim", "money"})
package io.waypost.app.liability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
