/** Rules that hold for the whole network and are changed as versions (规则版本): drafted, checked, approved by a second person, in force from a day on. */
@NullMarked
@ApplicationModule(displayName = "Versions", allowedDependencies = {"audit", "live"})
package io.waypost.app.version;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
