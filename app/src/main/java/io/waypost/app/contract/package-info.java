/** Contract customers (合同客户): their terms in versions, their people and numbers, and who of the customers is one (ADR 39). */
@NullMarked
@ApplicationModule(displayName = "Contracts", allowedDependencies = {"audit", "network", "identity", "calendar",
        "conversation"})
package io.waypost.app.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
