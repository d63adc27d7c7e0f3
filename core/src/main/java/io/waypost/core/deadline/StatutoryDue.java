package io.waypost.core.deadline;

import io.waypost.core.calendar.Holidays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When a period of law ends (法定到期), with the row that says so.
 *
 * @param receivedOn the day, in China, on which it was triggered; it does not count itself
 * @param lastDay the last day of the period, which ends at its midnight
 */
public record StatutoryDue(StatutoryRow row, LocalDate receivedOn, LocalDate lastDay) {

    /** The first instant that is too late: midnight after the last day, by the clock in China. */
    public Instant due() {
        return lastDay.plusDays(1).atStartOfDay(Holidays.ZONE).toInstant();
    }

    /** Whether what was done at that instant was in time. */
    public boolean kept(Instant doneAt) {
        return doneAt.isBefore(due());
    }

    /** Calendar days left: 0 on the last day, negative after it. */
    public long daysLeft(Instant now) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(now, Holidays.ZONE), lastDay);
    }
}
