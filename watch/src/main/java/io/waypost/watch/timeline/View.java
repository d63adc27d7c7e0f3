package io.waypost.watch.timeline;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a reader sees: every event once. A view never changes; what it shows stays open until the last reader has released it.
 * Thread-safe.
 *
 * @param segments in the order of the log
 * @param tails what is not sealed, in the order of the log; only to the last one events are added
 * @param holders who reads it, and one for being the current view; 0 once it is gone
 */
record View(List<StoredSegment> segments, List<TimelineTail> tails, AtomicInteger holders) {

    static View of(List<StoredSegment> segments, List<TimelineTail> tails) {
        segments.forEach(StoredSegment::hold);
        return new View(List.copyOf(segments), List.copyOf(tails), new AtomicInteger(1));
    }

    /** Holds it, unless it is gone already. */
    boolean hold() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void release() {
        if (holders.decrementAndGet() == 0) {
            segments.forEach(StoredSegment::release);
        }
    }
}
