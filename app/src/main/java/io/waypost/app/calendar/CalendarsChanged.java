package io.waypost.app.calendar;

import io.waypost.core.calendar.CalendarId;
import java.util.Set;

/**
 * Working time by these versions is to be counted anew, or by another version. Published inside the transaction of the change; by
 * then {@link Calendars} shows the change to that transaction.
 *
 * <p>Where holidays were entered, the same versions have other hours. Where a version came into force, {@code touched} are the
 * earlier ones of the same calendar, and {@link Calendars#inForce} names the one that follows them; it is published when the
 * version comes into force, not when it is approved.
 */
public record CalendarsChanged(Set<CalendarId> touched) {

    public CalendarsChanged {
        touched = Set.copyOf(touched);
    }
}
