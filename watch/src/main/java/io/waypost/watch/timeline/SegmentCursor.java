package io.waypost.watch.timeline;

import com.github.luben.zstd.ZstdException;
import java.io.IOException;

/** Goes through a segment, parcel by parcel in the order of their keys. Not thread-safe; to be closed. */
final class SegmentCursor implements AutoCloseable {

    private final Segment segment;
    private final Dictionary dictionary;
    private final SegmentReader reader = SegmentReader.lend();
    private EventBatch events = new EventBatch(1);
    private int page = -1;
    private int block;
    private int parcel = -1;

    SegmentCursor(Segment segment) throws IOException {
        this.segment = segment;
        this.dictionary = segment.dictionary();
    }

    /** Goes to the next parcel; false if there is none. */
    boolean next() throws IOException {
        if (parcel >= 0 && parcel + 1 < reader.block.parcels()) {
            parcel++;
        } else if (!nextBlock()) {
            return false;
        } else {
            parcel = 0;
        }
        try {
            if (parcel == 0) {
                reader.block.unpack();
            }
            events = reader.block.parcel(key(), dictionary);
            return true;
        } catch (IndexOutOfBoundsException | ZstdException _) {
            throw segment.unreadable();
        }
    }

    private boolean nextBlock() throws IOException {
        if (page < 0 || block + 1 == reader.page.count()) {
            if (page + 1 == segment.pages()) {
                return false;
            }
            segment.index().read(++page, reader.page);
            block = 0;
        } else {
            block++;
        }
        segment.load(reader, block);
        return true;
    }

    long key() {
        return reader.block.key(parcel);
    }

    /** The events of the parcel, valid until the next call of {@link #next}. */
    EventBatch events() {
        return events;
    }

    TimelineEvent carrier() {
        return reader.event;
    }

    @Override
    public void close() {
        reader.close();
    }
}
