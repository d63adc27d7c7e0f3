/** The organisation tree (组织网络): units, their paths, hours and closures; read from memory, written under row-level security. */
@NullMarked
@ApplicationModule(displayName = "Network", allowedDependencies = {"audit"})
package io.waypost.app.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
