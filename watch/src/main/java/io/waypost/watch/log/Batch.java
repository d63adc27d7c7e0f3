package io.waypost.watch.log;

import java.nio.ByteBuffer;

/** Frames that will be forced together, as they will stand in the file. Not safe for threads. */
final class Batch {

    private final ByteBuffer buffer;
    private final Frames frames;
    private long first;
    private long last;

    Batch(int bytes, long logId) {
        // The place of a mark is kept free before the frames: whether one is due is known only when the batch is written.
        this.buffer = Frames.buffer(Frames.HEADER + bytes).position(Frames.HEADER);
        this.frames = new Frames(logId);
    }

    boolean isEmpty() {
        return buffer.position() == Frames.HEADER;
    }

    boolean hasRoom(int payload) {
        return buffer.remaining() >= Frames.HEADER + payload;
    }

    boolean isHalfFull() {
        return buffer.position() > buffer.capacity() / 2;
    }

    void add(long lsn, int shard, int arrival, ByteBuffer payload) {
        int at = buffer.position();
        int length = payload.remaining();
        buffer.put(at + Frames.HEADER, payload, payload.position(), length);
        frames.seal(buffer, at, length, lsn, shard, arrival);
        first = isEmpty() ? lsn : first;
        last = lsn;
        buffer.position(at + Frames.HEADER + length);
    }

    /** Number of the first frame. */
    long first() {
        return first;
    }

    /** Number of the last frame. */
    long last() {
        return last;
    }

    /** The bytes to write, without a mark. */
    ByteBuffer bytes() {
        return buffer.duplicate().flip().position(Frames.HEADER);
    }

    /** The bytes to write, led by the mark that everything up to the number has been forced. */
    ByteBuffer bytesAfterMark(long durable) {
        frames.mark(buffer, 0, durable);
        return buffer.duplicate().flip();
    }

    void clear() {
        buffer.clear().position(Frames.HEADER);
    }
}
