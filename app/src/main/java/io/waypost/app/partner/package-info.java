/** Partners' programs (合作方开放接口): tokens and signatures, tickets by {@code /open/v1}, batches, and the webhooks that tell of them. */
@NullMarked
@ApplicationModule(displayName = "Partners", allowedDependencies = {"audit", "network", "identity", "outbox", "parcel",
        "sop", "ticket"})
package io.waypost.app.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
