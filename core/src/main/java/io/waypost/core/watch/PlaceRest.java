package io.waypost.core.watch;

/**
 * What is known of the days of rest of one place (网点停运日学习): on which days of the week something went on from it, and on which what
 * waited there stayed. Few parcels wait at an outlet, so it is only asked whether it keeps the days of rest that its kind has. Not safe
 * for threads.
 */
final class PlaceRest {

    private static final int WEEK = 7;
    private static final int DAYS_OF_A_GAP = 4;
    /** From what odds on it is believed that an outlet does not rest with its kind. */
    private static final double KNOWN = Math.log(4);
    /** On a day of rest something mislaid comes to light, and scans come a day late. */
    private static final double LEAVES_AT_REST = 0.03;
    private static final double LEAST_STAYING = 0.05;
    private static final double MOST_STAYING = 0.6;
    private static final double LEAST_SHARE = 0.01;
    /** From how many parcels on it is believed of a hub, which has many ways, that none of them rests. */
    private static final int LEAST_OF_A_HUB = 25;

    private final int[] left = new int[WEEK];
    private final int[] waiting = new int[WEEK];
    private final int[] stayed = new int[WEEK];

    /** Counts the days of a gap. */
    void add(long from, long until, boolean wentOn) {
        long first = RestDays.day(from);
        for (long day = first; day < first + DAYS_OF_A_GAP; day++) {
            boolean stays = RestDays.end(day) <= until;
            if (!stays && !wentOn) {
                return;
            }
            int weekday = RestDays.weekday(day);
            if (day > first) {
                waiting[weekday]++;
                stayed[weekday] += stays ? 1 : 0;
            }
            if (!stays) {
                left[weekday]++;
                return;
            }
        }
    }

    /**
     * The days of rest of an outlet, where everything waits for the same.
     *
     * @param share which share of its kind's parcels stays on a day of the week, Monday first
     * @param usual which share stays on a day that is worked
     */
    RestDays ofAnOutlet(RestDays ofItsKind, double[] share, double usual) {
        int mask = 0;
        for (int day = 0; day < WEEK; day++) {
            if (ofItsKind.on(day)) {
                double staying = Math.clamp(Math.max(usual, ownUsual(ofItsKind)), LEAST_STAYING, MOST_STAYING);
                double odds = Math.log(share[day] / Math.max(LEAST_SHARE, 1 - share[day]))
                        + stayed[day] * Math.log((1 - LEAVES_AT_REST) / staying)
                        + left[day] * Math.log(LEAVES_AT_REST / (1 - staying));
                mask |= odds > -KNOWN ? 1 << day : 0;
            }
        }
        return new RestDays(mask);
    }

    /**
     * The days of rest of a hub, some of whose ways may rest where others do not.
     *
     * @param usual which share of its kind's parcels stays on a day that is worked
     */
    RestDays ofAHub(RestDays ofItsKind, double usual) {
        int mask = 0;
        for (int day = 0; day < WEEK; day++) {
            if (ofItsKind.on(day)) {
                boolean none = waiting[day] >= LEAST_OF_A_HUB && stayed[day] <= Math.max(1, 2 * usual * waiting[day]);
                mask |= none ? 0 : 1 << day;
            }
        }
        return new RestDays(mask).partly(ofItsKind.partly());
    }

    private double ownUsual(RestDays ofItsKind) {
        int waited = 2;
        int remained = 0;
        for (int day = 0; day < WEEK; day++) {
            if (!ofItsKind.on(day)) {
                waited += waiting[day];
                remained += stayed[day];
            }
        }
        return (double) remained / waited;
    }
}
