/** Root causes (根因) and improvement items (改进项): why tickets come to be, who removes that, and whether it really fell. */
@NullMarked
@ApplicationModule(displayName = "Improvement", allowedDependencies = {"audit", "network", "identity", "ticket"})
package io.waypost.app.improvement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
