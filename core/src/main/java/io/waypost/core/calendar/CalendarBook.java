package io.waypost.core.calendar;

/**
 * Where the versions of work calendars are found (日历簿). Whoever keeps them implements it; the same id must always give the
 * same hours.
 */
@FunctionalInterface
public interface CalendarBook {

    /**
     * The calendar of that id, with the holidays known today.
     *
     * @throws IllegalStateException where there is none: what is in use is never deleted
     */
    WorkCalendar calendar(CalendarId id);
}
