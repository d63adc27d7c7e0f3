/** Public tracking (公共查询): where a parcel is and what is being done, for whoever knows its number and a phone's last digits. */
@NullMarked
@ApplicationModule(displayName = "Public tracking", allowedDependencies = {"network", "parcel", "ticket"})
package io.waypost.app.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
