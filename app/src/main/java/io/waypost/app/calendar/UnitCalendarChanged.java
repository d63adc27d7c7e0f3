package io.waypost.app.calendar;

/**
 * From now on {@link Calendars#ofUnit} may name another calendar for the unit of that path and for the units below it that have
 * none of their own. Published inside the transaction of the change.
 */
public record UnitCalendarChanged(String unitCode, String unitPath) {}
