/** Scanners (巴枪): the register of them, how late each brings its scans in, and which are slow by themselves. */
@NullMarked
@ApplicationModule(displayName = "Devices", allowedDependencies = {"audit", "network", "identity", "parcel"})
package io.waypost.app.device;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
