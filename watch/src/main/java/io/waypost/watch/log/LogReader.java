package io.waypost.watch.log;

import io.waypost.watch.log.LogFailure.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the durable frames of a log, also while it is written: at the end {@link #next} answers false, and may be asked again
 * later. An interrupt during {@link #next} breaks the reader, not the log. Not safe for threads.
 */
public final class LogReader implements Closeable {

    private final Storage storage;
    private final Segments segments;
    private final Gate gate;
    private final long from;
    private Segment segment;
    private @Nullable SegmentFile file;
    private @Nullable FrameCursor cursor;
    /** Bytes of the segment once it is complete, −1 before: it is not asked of the system at every frame. */
    private long complete = -1;
    private boolean closed;

    LogReader(Storage storage, Segments segments, Gate gate, Segment segment, long from) {
        this.storage = storage;
        this.segments = segments;
        this.gate = gate;
        this.segment = segment;
        this.from = from;
    }

    /**
     * Steps to the next frame; false if no further frame is durable yet. Throws {@link LogFailure} if the frame was dropped, is damaged
     * or cannot be read.
     */
    public boolean next() {
        try {
            // Taken before anything else: what is durable at this moment does not change under the reader.
            var durable = gate.durable();
            while (true) {
                if (durable.segment() < segment.first()) {
                    // It was begun, and nothing in it is forced yet.
                    return false;
                }
                var open = cursor == null ? open() : cursor;
                long limit = durable.segment() == segment.first() ? durable.offset() : sealed();
                switch (open.step(limit)) {
                    case FRAME -> {
                        if (open.lsn() >= from) {
                            return true;
                        }
                    }
                    case MARK -> {
                        continue;
                    }
                    case BAD ->
                        throw failure(Reason.CORRUPT, "at offset %d: %s".formatted(open.offset(), open.flaw()), null);
                    case END -> {
                        var after = segments.after(segment);
                        if (after == null || durable.segment() <= segment.first()) {
                            return false;
                        }
                        if (after.follows() != open.last()) {
                            throw failure(Reason.DROPPED, "is read, but what came after it was dropped", null);
                        }
                        release();
                        segment = after;
                    }
                }
            }
        } catch (NoSuchFileException e) {
            throw failure(Reason.DROPPED, "was dropped", e);
        } catch (IOException e) {
            throw failure(Reason.DISK_ERROR, "cannot be read: %s".formatted(e), e);
        }
    }

    /** The frame's number. */
    public long lsn() {
        return current().lsn();
    }

    /** The shard given with the frame. */
    public int shard() {
        return current().shard();
    }

    /** The arrival given with the frame. */
    public int arrival() {
        return current().arrival();
    }

    /** The frame's bytes, read-only and little-endian; valid until the next step. */
    public ByteBuffer payload() {
        return current().payload();
    }

    private FrameCursor current() {
        if (cursor == null) {
            throw new IllegalStateException("The reader does not stand on a frame.");
        }
        return cursor;
    }

    private FrameCursor open() throws IOException {
        if (closed) {
            throw new IllegalStateException("The reader is closed.");
        }
        file = storage.openToRead(segment.name());
        cursor = new FrameCursor(file, segment);
        return cursor;
    }

    private long sealed() throws IOException {
        if (file == null) {
            throw new IOException("No file is open.");
        }
        if (complete < 0) {
            complete = file.size();
        }
        return complete;
    }

    private LogFailure failure(Reason reason, String what, @Nullable IOException cause) {
        return new LogFailure(gate.state(), reason, "%s %s.".formatted(storage.path(segment.name()), what), cause);
    }

    /** Closes the file it reads. */
    @Override
    public void close() throws IOException {
        closed = true;
        release();
    }

    private void release() throws IOException {
        cursor = null;
        complete = -1;
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
