package io.waypost.watch.timeline;

/**
 * What the manifest says about a segment. Immutable.
 *
 * @param number names its file; given once
 * @param level 0 as sealed, 1 a window of hours, 2 a day
 * @param firstLsn the log position after which it begins
 * @param lastLsn the log position up to which it goes
 * @param minArrival the earliest arrival in it, in seconds since 1970
 * @param maxArrival the latest arrival in it, in seconds since 1970
 * @param bytes how long its file is
 */
public record SegmentInfo(
        long number, int level, long firstLsn, long lastLsn, int minArrival, int maxArrival, long events, long bytes) {

    static final String PREFIX = "segment-";

    /** The name of its file. */
    public String file() {
        return file(number);
    }

    static String file(long number) {
        return PREFIX + "%012d".formatted(number);
    }

    SegmentInfo at(int other) {
        return new SegmentInfo(number, other, firstLsn, lastLsn, minArrival, maxArrival, events, bytes);
    }
}
