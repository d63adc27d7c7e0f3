/** Appeals that the postal authority passes on (邮政业用户申诉): taken in, answered in time with proof, counted per million parcels. */
@NullMarked
@ApplicationModule(displayName = "Appeals", allowedDependencies = {"audit", "attachment", "live", "network", "identity",
        "parcel", "ticket"})
package io.waypost.app.appeal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
