package io.waypost.core.watch;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days of the week on which nothing goes on from a place or over a lane (停运日): no lorry, no ferry, no round. Time stands still on
 * them, by the clock on the wall of every site.
 *
 * @param mask one bit a day, Monday the lowest; at least one day of the week is worked
 * @param partly whether only a part of what waits rests on them, and it is not known which
 */
public record RestDays(int mask, boolean partly) {

    /** Every day is worked. */
    public static final RestDays NONE = new RestDays(0, false);

    private static final int WEEK = 7;
    private static final int DAY = 86_400;
    /** China has had one clock without summer time since 1992. */
    private static final int EAST = 8 * 3600;
    /** The first of January 1970 was a Thursday. */
    private static final int FIRST_WEEKDAY = 3;

    /** Hours that nobody waits for besides, where only a part rests. */
    private static final double SPARED = 8;
    private static final int PARTLY = 1 << WEEK;

    public RestDays {
        if (mask < 0 || mask >= (1 << WEEK) - 1) {
            throw new IllegalArgumentException(
                    "The days of rest (%d) must be less than the seven of a week.".formatted(mask));
        }
    }

    /** Days on which everything rests. */
    public RestDays(int mask) {
        this(mask, false);
    }

    /** Those of that {@link #code}. */
    public static RestDays ofCode(int code) {
        return new RestDays(code & ~PARTLY, (code & PARTLY) != 0);
    }

    /** All of it in one number, as it is kept. */
    public int code() {
        return mask | (partly ? PARTLY : 0);
    }

    /** The same days, whether or not everything rests. */
    RestDays partly(boolean some) {
        return new RestDays(mask, some && mask != 0);
    }

    /** Those days. */
    public static RestDays of(Collection<DayOfWeek> days) {
        return new RestDays(days.stream().mapToInt(day -> 1 << (day.getValue() - 1)).reduce(0, (a, b) -> a | b));
    }

    /** The days in the order of the week. */
    public List<DayOfWeek> days() {
        return Stream.of(DayOfWeek.values()).filter(day -> on(day.getValue() - 1)).toList();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return mask == 0;
    }

    /**
     * Hours by which a limit of so many hours is longer for a silence that meets days of rest. Where only a part rests, nobody waits for all
     * of it after one: of the few that are of that part, few miss a lorry besides.
     */
    double lengthens(long since, double hours) {
        if (!partly) {
            return within(since, hours);
        }
        double counted = Math.max(0, hours - SPARED);
        return Math.max(0, within(since, counted) - SPARED);
    }

    /** Hours of rest that pass before so many hours that count have passed since an instant. */
    public double within(Instant since, double hours) {
        return within(since.getEpochSecond(), hours);
    }

    /** The same in seconds since 1970. */
    double within(long since, double hours) {
        if (mask == 0) {
            return 0;
        }
        long left = Math.round(hours * 3600);
        long rested = 0;
        long day = day(since);
        for (long at = since;; day++) {
            long next = end(day);
            if (on(weekday(day))) {
                rested += next - at;
            } else if (left > next - at) {
                left -= next - at;
            } else {
                return rested / 3600.0;
            }
            at = next;
        }
    }

    /** How much of the time between two instants is not rest. */
    public Duration worked(Instant from, Instant until) {
        return Duration.ofSeconds(worked(from.getEpochSecond(), until.getEpochSecond()));
    }

    /** The same in seconds since 1970. */
    long worked(long from, long until) {
        long worked = until - from;
        if (mask == 0) {
            return worked;
        }
        for (long day = day(from); end(day) - DAY < until; day++) {
            if (on(weekday(day))) {
                worked -= Math.min(until, end(day)) - Math.max(from, end(day) - DAY);
            }
        }
        return worked;
    }

    /** Whether that day of the week is one, Monday 0. */
    boolean on(int weekday) {
        return (mask & (1 << weekday)) != 0;
    }

    /** The day in China that a second is of, counted from 1970. */
    static long day(long second) {
        return Math.floorDiv(second + EAST, (long) DAY);
    }

    /** The second in which that day ends and the next begins. */
    static long end(long day) {
        return (day + 1) * DAY - EAST;
    }

    /** The day of the week, Monday 0. */
    static int weekday(long day) {
        return (int) Math.floorMod(day + FIRST_WEEKDAY, (long) WEEK);
    }
}
