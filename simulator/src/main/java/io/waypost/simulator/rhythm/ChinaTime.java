package io.waypost.simulator.rhythm;

import java.time.LocalDate;

/** Arithmetic on epoch seconds in China's time zone, which has been +08:00 without summer time since 1991. */
public final class ChinaTime {

    public static final long MINUTE = 60;

    public static final long HOUR = 3600;

    public static final long DAY = 86_400;

    private static final long OFFSET = 8 * HOUR;

    private ChinaTime() {}

    /** Seconds since the local midnight. */
    public static long secondOfDay(long epochSecond) {
        return Math.floorMod(epochSecond + OFFSET, DAY);
    }

    /** The local midnight at or before. */
    public static long midnight(long epochSecond) {
        return epochSecond - secondOfDay(epochSecond);
    }

    /** The local date. */
    public static LocalDate date(long epochSecond) {
        return LocalDate.ofEpochDay(Math.floorDiv(epochSecond + OFFSET, DAY));
    }

    /** The local midnight that begins a date. */
    public static long midnight(LocalDate date) {
        return date.toEpochDay() * DAY - OFFSET;
    }

    /** The first time at or after {@code epochSecond} that shows this second of the day. */
    public static long next(long epochSecond, long secondOfDay) {
        long today = midnight(epochSecond) + secondOfDay;
        return today >= epochSecond ? today : today + DAY;
    }

    /** The time itself if it lies between the two seconds of the day, otherwise the next opening. */
    public static long within(long epochSecond, long opens, long closes) {
        long second = secondOfDay(epochSecond);
        return second >= opens && second < closes ? epochSecond : next(epochSecond, opens);
    }
}
