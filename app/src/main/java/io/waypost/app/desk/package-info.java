/** The desk (坐席台): contacts, who of the agents is there, who takes which contact and why (ADR 32, 33, 35). */
@NullMarked
@ApplicationModule(displayName = "Desk", allowedDependencies = {"audit", "live", "network", "identity", "calendar",
        "conversation", "contract", "ticket"})
package io.waypost.app.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
