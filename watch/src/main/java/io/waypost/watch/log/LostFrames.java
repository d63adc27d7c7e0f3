package io.waypost.watch.log;

import io.waypost.watch.log.LogFailure.Reason;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of frames that failed. They are not given again while the log is open, so that nobody takes another frame for the own. Not
 * safe for threads.
 */
final class LostFrames {

    private record Lost(long last, LogFailure failure) {}

    private final TreeMap<Long, Lost> byFirst = new TreeMap<>();

    /** Knows what the segments tell of earlier times. */
    LostFrames(Collection<Segment> segments) {
        for (var segment : segments) {
            add(segment.follows() + 1, segment.first() - 1, new LogFailure(LogState.FULL, Reason.DISK_FULL,
                    "Frames %d to %d failed on a full disk.".formatted(segment.follows() + 1, segment.first() - 1),
                    null));
        }
    }

    void add(long first, long last, LogFailure failure) {
        var known = byFirst.get(first);
        if (first <= last && (known == null || known.last < last)) {
            byFirst.put(first, new Lost(last, failure));
        }
    }

    /** Why one of the frames was lost; null if none was. */
    @Nullable
    LogFailure among(long first, long last) {
        var entry = byFirst.floorEntry(last);
        return entry == null || entry.getValue().last < first ? null : entry.getValue().failure;
    }

    /** Why the frame was lost; null if it was not. */
    @Nullable
    LogFailure of(long lsn) {
        return among(lsn, lsn);
    }
}
