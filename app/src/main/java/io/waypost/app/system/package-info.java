/** The platform itself: what it is, the first administrator, and the console's files. */
@NullMarked
@ApplicationModule(displayName = "System", allowedDependencies = {"audit", "network", "identity"})
package io.waypost.app.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
