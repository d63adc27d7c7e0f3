package io.waypost.app.calendar;

import io.waypost.core.calendar.CalendarBook;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.calendar.Holidays;
import java.time.Instant;

/**
 * The work calendars (工作日历) as other features read them: from memory, whole, whoever acts. Thread-safe, without I/O.
 *
 * <p>A change made on this node is seen by its own transaction at once and by all others as soon as it has committed; one made
 * on another node is seen within a second.
 */
public interface Calendars {

    /**
     * The book of all versions, live: the same id always gives the same hours, with the holidays that are known when it is asked.
     */
    CalendarBook book();

    /**
     * The version of that calendar in force at the instant; before its first, the first.
     *
     * @throws IllegalStateException where there is no such calendar: what is in use is never deleted
     */
    CalendarId inForce(String code, Instant at);

    /**
     * The version in force at the instant of the calendar that the unit kept then: its own, else that of the nearest unit above
     * that has one, else round the clock. So it is for a unit that the tree does not have.
     */
    CalendarId ofUnit(String unitCode, Instant at);

    /** Whether there is such a calendar, in force already or later. */
    boolean known(String code);

    /** The holidays and make-up days that are known now. */
    Holidays holidays();
}
