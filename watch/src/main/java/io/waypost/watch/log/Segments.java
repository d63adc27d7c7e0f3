package io.waypost.watch.log;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The segments of a log in their order; the last one is written to. Safe for threads. */
final class Segments {

    private final ConcurrentSkipListMap<Long, Segment> byFirst = new ConcurrentSkipListMap<>();

    Segments(Collection<Segment> found) {
        found.forEach(this::add);
    }

    void add(Segment segment) {
        byFirst.put(segment.first(), segment);
    }

    Segment first() {
        return byFirst.firstEntry().getValue();
    }

    Segment last() {
        return byFirst.lastEntry().getValue();
    }

    /** The segment that holds the frame, or the last one before it; null if that was dropped. */
    @Nullable
    Segment holding(long lsn) {
        var entry = byFirst.floorEntry(lsn);
        return entry == null ? null : entry.getValue();
    }

    /** The segment after the given one; null if there is none. */
    @Nullable
    Segment after(Segment segment) {
        var entry = byFirst.higherEntry(segment.first());
        return entry == null ? null : entry.getValue();
    }

    /** Deletes the segments whose frames all lie below the number, but never the last one. */
    synchronized void dropBefore(long lsn, Storage storage) throws IOException {
        var oldest = first();
        for (var next = after(oldest); next != null && next.follows() < lsn; next = after(oldest)) {
            storage.delete(oldest.name());
            byFirst.remove(oldest.first());
            // One at a time: after a power failure the files that are left must still follow one another.
            storage.forceFolder();
            oldest = next;
        }
    }
}
