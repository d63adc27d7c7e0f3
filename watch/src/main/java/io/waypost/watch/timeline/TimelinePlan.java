package io.waypost.watch.timeline;

/**
 * How segments grow together, and what they keep. Immutable.
 *
 * @param windowSeconds what a segment of level 1 spans
 * @param daySeconds what a segment of level 2 spans
 * @param offsetSeconds how much the network's day begins before that of UTC
 * @param eventHashes whether hashes of event ids are kept, 8 bytes an event
 */
public record TimelinePlan(int windowSeconds, int daySeconds, int offsetSeconds, boolean eventHashes) {

    /** The highest level. */
    static final int DAY = 2;

    public TimelinePlan {
        if (windowSeconds <= 0 || daySeconds < windowSeconds || daySeconds % windowSeconds != 0) {
            throw new IllegalArgumentException("A day of %d seconds has no whole number of windows of %d."
                    .formatted(daySeconds, windowSeconds));
        }
    }

    /** Windows of four hours and days, as the clocks go in China; no hashes. */
    public static TimelinePlan defaults() {
        return new TimelinePlan(4 * 3600, 24 * 3600, 8 * 3600, false);
    }

    /** The window, or day, that a segment of a level would go into. */
    int span(int level, int arrival) {
        return (int) Math.floorDiv((long) arrival + offsetSeconds, level == 0 ? windowSeconds : daySeconds);
    }
}
