package io.waypost.watch.log;

import io.waypost.watch.log.FrameCursor.Found;
import java.io.IOException;

/**
 * What one segment holds.
 *
 * @param last     number of its last sound frame, or of the frame it follows
 * @param end      offset behind the last sound frame or mark
 * @param marked   the last number that a mark, or the header, proves to have been forced
 * @param markedTo offset up to which a mark proves that, 0 if there is none
 * @param flaw     what stands at the end and is no frame, empty if nothing does
 * @param proof    offset of a mark behind the flaw which proves that frames there had been forced, -1 if there is none
 */
record SegmentCheck(long last, long end, long marked, long markedTo, String flaw, long proof) {

    private static final int CHUNK = 1 << 20;

    /** Reads the whole segment. */
    static SegmentCheck of(SegmentFile file, Segment segment) throws IOException {
        var cursor = new FrameCursor(file, segment);
        long size = file.size();
        long marked = segment.follows();
        long markedTo = 0;
        while (true) {
            var found = cursor.step(size);
            switch (found) {
                case FRAME -> {
                    // Its number is with the cursor.
                }
                case MARK -> {
                    marked = cursor.lsn();
                    markedTo = cursor.offset();
                }
                case END, BAD -> {
                    long end = cursor.offset();
                    var flaw = found == Found.BAD ? cursor.flaw() : "";
                    long proof = found == Found.BAD ? markBehind(file, segment, end, cursor.expected(), size) : -1;
                    return new SegmentCheck(cursor.last(), end, marked, markedTo, flaw, proof);
                }
            }
        }
    }

    boolean isTorn() {
        return !flaw.isEmpty();
    }

    /** Refuses a flaw: the segment was complete before the next one began. */
    SegmentCheck requireWhole(String path) {
        if (isTorn()) {
            throw Recovery
                    .corrupt("%s is damaged at offset %d: %s, and a later segment exists.".formatted(path, end, flaw));
        }
        return this;
    }

    /** Refuses a flaw that hit forced frames: a crash can tear only what was not forced yet. */
    void requireUnproven(String path) {
        if (proof >= 0) {
            throw Recovery
                    .corrupt("%s is damaged at offset %d: %s, and the mark at offset %d proves that it had been forced."
                            .formatted(path, end, flaw, proof));
        }
    }

    /**
     * Looks for a mark at any offset from there on. Whole frames behind the flaw prove nothing: pages of one unforced batch reach the
     * disk in any order. A mark is written only after the force of what it tells of.
     */
    private static long markBehind(SegmentFile file, Segment segment, long from, long lsn, long size)
            throws IOException {
        var frames = new Frames(segment.logId());
        var chunk = Frames.buffer((int) Math.min(CHUNK, size - from));
        for (long start = from; start + Frames.HEADER <= size; start += CHUNK - Frames.HEADER) {
            chunk.clear().limit((int) Math.min(chunk.capacity(), size - start));
            file.readFully(chunk, start);
            chunk.flip();
            for (int at = 0; at + Frames.HEADER <= chunk.limit(); at++) {
                if (Frames.shard(chunk, at) == Frames.MARK_SHARD && Frames.length(chunk, at) == 0
                        && Frames.lsn(chunk, at) >= lsn && frames.intact(chunk, at)) {
                    return start + at;
                }
            }
        }
        return -1;
    }
}
