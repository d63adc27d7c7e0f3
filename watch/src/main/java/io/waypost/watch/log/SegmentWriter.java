package io.waypost.watch.log;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes batches into segments. It never forces a second time what a force has failed for. Used by the committing thread only.
 */
final class SegmentWriter implements Closeable {

    private final Storage storage;
    private final Segments segments;
    private final LogSettings settings;
    private Segment segment;
    private @Nullable SegmentFile file;
    private long end;
    private long written;
    private long marked;
    private boolean markUnforced;

    /** Goes on where the recovered log ends. */
    SegmentWriter(Storage storage, Segments segments, LogSettings settings, Recovered recovered) {
        this.storage = storage;
        this.segments = segments;
        this.settings = settings;
        this.segment = segments.last();
        this.file = recovered.file();
        this.end = recovered.durable().offset();
        this.written = end;
        this.marked = recovered.marked();
    }

    /** Writes a batch behind what is durable, into a new segment if this one is full. Nothing is durable yet. */
    void write(Batch batch, long durable) throws IOException {
        if (end > Segment.HEADER && end + Frames.HEADER + batch.bytes().remaining() > settings.segmentBytes()) {
            roll(batch.first(), durable);
        }
        var bytes = marked == durable ? batch.bytes() : batch.bytesAfterMark(durable);
        written = end + bytes.remaining();
        open().writeFully(bytes, end);
    }

    /** Returns when everything written is on disk: what is durable now. */
    Position force(long last) throws IOException {
        open().force();
        end = written;
        markUnforced = false;
        return new Position(last, segment.first(), end);
    }

    /**
     * Writes, without forcing it, that everything so far was forced: without the mark a damaged last batch would be taken for one that a
     * power failure tore. When it fails nothing is lost, and the next batch says what is wrong with the disk.
     */
    void mark(long durable) throws IOException {
        if (marked == durable) {
            return;
        }
        var mark = Frames.buffer(Frames.HEADER);
        new Frames(segment.logId()).mark(mark, 0, durable);
        written = end + Frames.HEADER;
        open().writeFully(mark, end);
        end = written;
        marked = durable;
        markUnforced = true;
    }

    private void roll(long first, long durable) throws IOException {
        if (written > end) {
            open().cut(end);
        } else if (markUnforced) {
            open().force();
        }
        release();
        create(first, durable);
    }

    private void create(long first, long durable) throws IOException {
        var next = new Segment(segment.logId(), first, durable);
        file = created(storage, next);
        segment = next;
        segments.add(next);
        end = Segment.HEADER;
        written = end;
        marked = durable;
        markUnforced = false;
    }

    /** Creates the file of a segment and returns when it is on disk; leaves none if that fails. */
    static SegmentFile created(Storage storage, Segment segment) throws IOException {
        var created = storage.create(segment.name());
        try {
            created.writeFully(segment.header(), 0);
            created.force();
            storage.forceFolder();
            return created;
        } catch (IOException e) {
            try (created) {
                storage.delete(segment.name());
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    /** Takes back what was written after the last force; returns when that is on disk. The next batch needs a {@link #probe}. */
    void undo() throws IOException {
        if (file != null) {
            file.cut(end);
            release();
        }
    }

    /** Begins a new segment if there is space for one and for a batch. */
    void probe(long first, long durable) throws IOException {
        if (file == null) {
            create(first, durable);
        }
        try {
            written = end + settings.batchBytes();
            open().writeFully(Frames.buffer(settings.batchBytes()), end);
        } finally {
            open().cut(end);
            written = end;
        }
    }

    private SegmentFile open() throws IOException {
        if (file == null) {
            throw new IOException("No segment is open after %s.".formatted(segment.name()));
        }
        return file;
    }

    private void release() throws IOException {
        var done = open();
        file = null;
        done.close();
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            release();
        }
    }
}
