/** Triage (分派): the rules by which a ticket finds its first owner, and which units share their tickets out, as data. */
@NullMarked
@ApplicationModule(displayName = "Triage", allowedDependencies = {"audit", "network", "sop"})
package io.waypost.app.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
