package io.waypost.watch.timeline;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A segment of a store: closed, and deleted if it was dropped, once no view has it any more. Thread-safe. */
final class StoredSegment {

    private static final Logger LOG = LoggerFactory.getLogger(StoredSegment.class);

    private final Storage storage;
    private final Segment segment;
    private final AtomicInteger holders = new AtomicInteger();
    private volatile SegmentInfo info;
    private volatile boolean dropped;

    private StoredSegment(Storage storage, SegmentInfo info, Segment segment) {
        this.storage = storage;
        this.info = info;
        this.segment = segment;
    }

    /** Opens a segment that the manifest names; nobody holds it yet. */
    static StoredSegment open(Storage storage, SegmentInfo info) throws IOException {
        var segment = Segment.open(storage, info.file());
        if (segment.events() != info.events() || segment.bytes() != info.bytes()) {
            segment.close();
            throw new DamagedFileException(info.file(), 0,
                    "it has %d events, and the manifest says %d".formatted(segment.events(), info.events()));
        }
        return new StoredSegment(storage, info, segment);
    }

    /** Opens a segment just written. */
    static StoredSegment open(Storage storage, long number, int level, long firstLsn, long lastLsn)
            throws IOException {
        var segment = Segment.open(storage, SegmentInfo.file(number));
        return new StoredSegment(storage, new SegmentInfo(number, level, firstLsn, lastLsn, segment.minArrival(),
                segment.maxArrival(), segment.events(), segment.bytes()), segment);
    }

    SegmentInfo info() {
        return info;
    }

    /** Notes that the manifest now says something else about it. */
    void become(SegmentInfo other) {
        info = other;
    }

    Segment segment() {
        return segment;
    }

    void hold() {
        holders.incrementAndGet();
    }

    /** Has the file deleted when nobody holds it any more. */
    void drop() {
        dropped = true;
    }

    void release() {
        if (holders.decrementAndGet() > 0) {
            return;
        }
        segment.close();
        if (dropped) {
            try {
                storage.delete(info.file());
            } catch (IOException failed) {
                // No manifest names it: the next start deletes it.
                LOG.warn("{} could not be deleted", info.file(), failed);
            }
        }
    }
}
