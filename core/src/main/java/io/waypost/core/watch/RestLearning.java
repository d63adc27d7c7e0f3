package io.waypost.core.watch;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Learns the days of rest of a stage and lane (停运日学习): how many of the parcels that wait at midnight are still there at the next one.
 * Where something leaves every day few are, whatever the day; on a day of rest many more, even if only a part of what has that stage and
 * lane rests. Not safe for threads.
 */
final class RestLearning {

    private static final int WEEK = 7;
    /** Of a parcel that waits longer only the first days tell of the timetable. */
    private static final int DAYS_OF_A_GAP = 4;
    /** From how many waiting parcels on a day of the week is known. */
    private static final long LEAST_WAITING = 20;
    /** From how many that stayed on a day may be one of rest. */
    private static final long LEAST_STAYED = 10;
    private static final int LEAST_OTHER_DAYS = 2;
    /** A day on which so few stay costs nobody a lorry. */
    private static final double LEAST_SHARE = 0.05;
    private static final double TIMES_THE_USUAL = 5;

    private static final double NEARLY_ALL = 0.9;
    /** Where lorries come every other day half of them stay on any day; that nearly all do is telling there, too. */
    private static final double MOST_USUAL = 0.6;

    private final long[] waiting = new long[WEEK];
    private final long[] stayed = new long[WEEK];

    /**
     * Counts the midnights of a gap.
     *
     * @param until when the parcel went on, or until when it is known that it did not
     */
    void add(long from, long until, boolean wentOn) {
        long first = RestDays.day(from) + 1;
        for (long day = first; day < first + DAYS_OF_A_GAP; day++) {
            boolean stays = RestDays.end(day) <= until;
            if (!stays && !(wentOn && RestDays.end(day - 1) <= until)) {
                return;
            }
            waiting[RestDays.weekday(day)]++;
            stayed[RestDays.weekday(day)] += stays ? 1 : 0;
        }
    }

    /** Whether so many parcels waited that a day of rest would have been seen. */
    boolean known() {
        return Arrays.stream(waiting).filter(count -> count >= LEAST_WAITING).count() > LEAST_OTHER_DAYS;
    }

    /**
     * The days on which far more of those that wait stay than on the others.
     *
     * @param otherwise what counts for the days of which too little is known
     */
    RestDays restDays(RestDays otherwise) {
        int mask = 0;
        for (int day = 0; day < WEEK; day++) {
            boolean rests = waiting[day] < LEAST_WAITING ? otherwise.on(day) : rests(day);
            mask |= rests ? 1 << day : 0;
        }
        return mask == (1 << WEEK) - 1 ? otherwise : new RestDays(mask, partly(mask));
    }

    private boolean partly(int mask) {
        return IntStream.range(0, WEEK).filter(day -> (mask & 1 << day) != 0 && waiting[day] > 0)
                .anyMatch(day -> share(day) < NEARLY_ALL);
    }

    /** Which share of those that wait stays on each day of the week, Monday first. */
    double[] shares() {
        return IntStream.range(0, WEEK).mapToDouble(day -> waiting[day] == 0 ? 0 : share(day)).toArray();
    }

    /** Which share stays on a day that is none of rest: that of the middle one. */
    double usual(RestDays rest) {
        var shares = IntStream.range(0, WEEK).filter(day -> !rest.on(day) && waiting[day] > 0)
                .mapToDouble(this::share).sorted().toArray();
        return shares.length == 0 ? 0 : shares[shares.length / 2];
    }

    private boolean rests(int day) {
        if (stayed[day] < LEAST_STAYED || share(day) < LEAST_SHARE) {
            return false;
        }
        var others = new double[WEEK];
        int count = 0;
        for (int other = 0; other < WEEK; other++) {
            if (other != day && waiting[other] >= LEAST_WAITING) {
                others[count++] = share(other);
            }
        }
        if (count < LEAST_OTHER_DAYS) {
            return false;
        }
        Arrays.sort(others, 0, count);
        double usual = others[(count - 1) / 2];
        return share(day) >= TIMES_THE_USUAL * usual || (share(day) >= NEARLY_ALL && usual <= MOST_USUAL);
    }

    private double share(int day) {
        return (double) stayed[day] / waiting[day];
    }
}
