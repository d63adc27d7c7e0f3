/** Kinds of ticket (工单类型) and their standard procedures (SOP) as data with versions: drafted, approved, in force from a date. */
@NullMarked
@ApplicationModule(displayName = "SOPs", allowedDependencies = {"audit", "network", "identity", "live", "calendar"})
package io.waypost.app.sop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
