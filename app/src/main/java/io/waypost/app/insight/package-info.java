/** Boards (看板): how the network and each part of it stands, live. Reads everybody's counts, and is called by none. */
@NullMarked
@ApplicationModule(displayName = "Insight", allowedDependencies = {"network", "watch", "ticket"})
package io.waypost.app.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
