/** Views (视图): a narrowed list under a name, one's own or shared with a unit or a role, with a count that is live and never costs much. */
@NullMarked
@ApplicationModule(displayName = "Views", allowedDependencies = {"audit", "live", "network", "identity"})
package io.waypost.app.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
