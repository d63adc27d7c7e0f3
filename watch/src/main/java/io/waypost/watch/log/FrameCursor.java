package io.waypost.watch.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Walks over the frames and marks of one segment, checking each. Not safe for threads. */
final class FrameCursor {

    /** What stands at the cursor. */
    enum Found {
        FRAME,
        MARK,
        END,
        BAD
    }

    private static final int READ = 1 << 18;

    private final SegmentFile file;
    private final Frames frames;
    private ByteBuffer buffer = Frames.buffer(0);
    private long bufferStart = Segment.HEADER;
    private long offset = Segment.HEADER;
    private long expected;
    private long last;
    private int at;
    private String flaw = "nothing";

    FrameCursor(SegmentFile file, Segment segment) {
        this.file = file;
        this.frames = new Frames(segment.logId());
        this.expected = segment.first();
        this.last = segment.follows();
    }

    /** Steps to what stands next before the limit, an offset that the file has reached. A cursor stays before what is bad. */
    Found step(long limit) throws IOException {
        long rest = limit - offset;
        if (rest == 0) {
            return Found.END;
        }
        if (rest < Frames.HEADER) {
            return bad("%d bytes, fewer than a frame's header".formatted(rest));
        }
        load(Frames.HEADER, limit);
        int length = Frames.length(buffer, at);
        if (length < 0 || length > rest - Frames.HEADER) {
            return bad("a frame of %d bytes where %d are left".formatted(length, rest - Frames.HEADER));
        }
        load(Frames.HEADER + length, limit);
        if (!frames.intact(buffer, at)) {
            return bad("a frame of %d bytes with a wrong checksum".formatted(length));
        }
        boolean mark = shard() == Frames.MARK_SHARD;
        // A mark tells of all the frames before it, and only of them.
        if (lsn() != (mark ? expected - 1 : expected)) {
            return bad("%s number %d".formatted(mark ? "a mark of" : "frame", lsn()));
        }
        last = lsn();
        expected = last + 1;
        offset += Frames.HEADER + length;
        return mark ? Found.MARK : Found.FRAME;
    }

    /** Offset behind what was found last; the offset of what is bad. */
    long offset() {
        return offset;
    }

    /** Number of the frame that should come next. */
    long expected() {
        return expected;
    }

    /** Number of the last frame up to here, at the begin of a segment that of the frame it follows. */
    long last() {
        return last;
    }

    /** What is wrong, after {@link Found#BAD}. */
    String flaw() {
        return flaw;
    }

    long lsn() {
        return Frames.lsn(buffer, at);
    }

    int shard() {
        return Frames.shard(buffer, at);
    }

    int arrival() {
        return Frames.arrival(buffer, at);
    }

    /** The frame's payload, valid until the next step. */
    ByteBuffer payload() {
        return buffer.slice(at + Frames.HEADER, Frames.length(buffer, at)).asReadOnlyBuffer()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private Found bad(String found) {
        flaw = "found %s where frame %d was expected".formatted(found, expected);
        return Found.BAD;
    }

    /** Brings so many bytes from the cursor on into the buffer, and never more than stand before the limit. */
    private void load(int bytes, long limit) throws IOException {
        at = (int) (offset - bufferStart);
        int kept = buffer.limit() - at;
        if (kept >= bytes) {
            return;
        }
        int wanted = (int) Math.max(bytes, Math.min(READ, limit - offset));
        var target = wanted > buffer.capacity() ? Frames.buffer(wanted) : buffer;
        var rest = buffer.slice(at, kept);
        target.clear().put(rest).limit((int) Math.min(target.capacity(), limit - offset));
        file.readFully(target, offset + kept);
        if (target.hasRemaining()) {
            throw new IOException(
                    "The file ends at offset %d and not at %d.".formatted(offset + target.position(), limit));
        }
        buffer = target.flip();
        bufferStart = offset;
        at = 0;
    }
}
