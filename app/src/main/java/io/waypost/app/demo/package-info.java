/** The demonstration (演示): its clock, and the accounts with which the simulated network and its visitors sign in. Does nothing in real use. */
@NullMarked
@ApplicationModule(displayName = "Demonstration", allowedDependencies = {"network", "identity", "system", "live"})
package io.waypost.app.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
