/** Work calendars (工作日历): hours, holidays and make-up days as data with versions, and which unit keeps which. */
@NullMarked
@ApplicationModule(displayName = "Calendars", allowedDependencies = {"audit", "network", "identity", "live"})
package io.waypost.app.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
