/** Calendars: days on which the trade works differently. */
@org.jspecify.annotations.NullMarked
package io.waypost.core.calendar;
