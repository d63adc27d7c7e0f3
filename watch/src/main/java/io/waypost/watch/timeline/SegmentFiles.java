package io.waypost.watch.timeline;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Writes the segments of a store; a file that no manifest names yet. Thread-safe. */
final class SegmentFiles {

    private final Storage storage;
    private final TimelinePlan plan;
    private final AtomicLong next;

    SegmentFiles(Storage storage, TimelinePlan plan, long next) {
        this.storage = storage;
        this.plan = plan;
        this.next = new AtomicLong(next);
    }

    /** The number of the next segment. */
    long next() {
        return next.get();
    }

    /** Seals a tail, which must not be empty. */
    StoredSegment seal(TimelineTail tail, long firstLsn, long lastLsn) throws IOException {
        long number = next.getAndIncrement();
        try (var writer = new SegmentWriter(storage, SegmentInfo.file(number), plan.eventHashes(),
                SegmentWriter.PASSING, DictionaryBuilder.MOST)) {
            tail.each(writer::add);
            writer.finish();
        }
        return open(number, 0, firstLsn, lastLsn);
    }

    /** Makes one of several, two at least, in the order of the log; nothing if it was stopped. */
    Optional<StoredSegment> merge(List<StoredSegment> segments, BooleanSupplier stopped) throws IOException {
        long number = next.getAndIncrement();
        var first = segments.getFirst().info();
        try (var merge = new Merge(segments.stream().map(StoredSegment::segment).toList());
                var writer = new SegmentWriter(storage, SegmentInfo.file(number), plan.eventHashes())) {
            if (!merge.into(writer, stopped)) {
                return Optional.empty();
            }
            writer.finish();
        }
        return Optional.of(open(number, first.level() + 1, first.firstLsn(), segments.getLast().info().lastLsn()));
    }

    private StoredSegment open(long number, int level, long firstLsn, long lastLsn) throws IOException {
        // The name must be on disk before a manifest can be that says it.
        storage.force();
        return StoredSegment.open(storage, number, level, firstLsn, lastLsn);
    }
}
