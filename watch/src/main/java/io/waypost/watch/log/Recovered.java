package io.waypost.watch.log;

import java.util.List;

/**
 * What stood on disk when a log was opened, all of it forced.
 *
 * @param segments in their order, at least one
 * @param file     the last segment, open to be written
 * @param durable  where the log ends
 * @param marked   the last number that the last segment itself proves to be durable
 */
record Recovered(List<Segment> segments, SegmentFile file, Position durable, long marked) {

    /** The number of the next frame. */
    long next() {
        return Math.max(durable.lsn() + 1, segments.getLast().first());
    }
}
