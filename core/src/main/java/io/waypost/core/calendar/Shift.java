package io.waypost.core.calendar;

import java.time.LocalTime;

/**
 * A stretch of working hours (班次) that begins on a day, by the clock on the wall. It counts as that day's even where it
 * runs over midnight: the night before a holiday is worked to its end.
 *
 * @param from included
 * @param until not included; midnight or a time not after {@code from} is on the next day, so 22:00 to 06:00 is a night
 *        shift and 00:00 to 00:00 a whole day
 */
public record Shift(LocalTime from, LocalTime until) {

    /** From midnight to midnight. */
    public static final Shift ALL_DAY = new Shift(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** The shift between two times such as "08:00" and "18:00". */
    public static Shift of(String from, String until) {
        return new Shift(LocalTime.parse(from), LocalTime.parse(until));
    }

    /** Whether it ends on the day after it began, later than midnight. */
    public boolean overMidnight() {
        return !until.isAfter(from) && !until.equals(LocalTime.MIDNIGHT);
    }

    /** Seconds after midnight of its day at which it begins. */
    int begin() {
        return from.toSecondOfDay();
    }

    /** Seconds after midnight of its day at which it ends, at most two days. */
    int end() {
        return until.isAfter(from) ? until.toSecondOfDay() : until.toSecondOfDay() + WorkDays.DAY_SECONDS;
    }

    @Override
    public String toString() {
        return from + "–" + (until.equals(LocalTime.MIDNIGHT) ? "24:00" : until.toString());
    }
}
