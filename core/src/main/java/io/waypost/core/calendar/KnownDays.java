package io.waypost.core.calendar;

import java.time.LocalDate;

/**
 * The days of which it is known whether they are holidays (已公布节假日的日期范围), both ends included. Outside of them nothing
 * is computed: a guess about a holiday would be a wrong deadline.
 *
 * @param from first day that is known
 * @param through last day that is known
 */
public record KnownDays(LocalDate from, LocalDate through) {

    /** For a calendar that does not care about holidays: every day. */
    public static final KnownDays ALWAYS = new KnownDays(LocalDate.MIN, LocalDate.MAX);

    public KnownDays {
        if (through.isBefore(from)) {
            throw new IllegalArgumentException("The last known day (%s) is before the first (%s).".formatted(through,
                    from));
        }
    }

    /** Whether that day is known. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(through);
    }
}
