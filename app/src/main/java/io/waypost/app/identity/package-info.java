/** People (人员), roles, sessions, partner keys and duties: who somebody is and what they may do. */
@NullMarked
@ApplicationModule(displayName = "Identity", allowedDependencies = {"audit", "network"})
package io.waypost.app.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
