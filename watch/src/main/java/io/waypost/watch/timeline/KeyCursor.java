package io.waypost.watch.timeline;

import io.waypost.watch.table.WaybillKey;
import java.io.IOException;

/** Goes through the keys of a sample in a segment, in their order; nothing is decompressed. Not thread-safe; to be closed. */
final class KeyCursor implements AutoCloseable {

    private final Segment segment;
    private final int oneIn;
    private final SegmentReader reader = SegmentReader.lend();
    private int page;
    private int block;
    private int parcel = -1;

    /** Begins at the lowest key that is not below the given one, and does not stand on one before {@link #next}. */
    KeyCursor(Segment segment, int oneIn, long from) throws IOException {
        this.segment = segment;
        this.oneIn = oneIn;
        try {
            page = segment.index().page(from);
            segment.index().read(page, reader.page);
            block = reader.page.block(from);
            segment.load(reader, block);
            while (parcel + 1 < reader.block.parcels()
                    && Long.compareUnsigned(reader.block.key(parcel + 1), from) < 0) {
                parcel++;
            }
        } catch (IOException | RuntimeException failed) {
            reader.close();
            throw failed;
        }
    }

    /** Goes to the next key; false if there is none. */
    boolean next() throws IOException {
        do {
            while (parcel + 1 >= reader.block.parcels()) {
                if (!nextBlock()) {
                    return false;
                }
            }
            parcel++;
        } while (!WaybillKey.sampled(key(), oneIn));
        return true;
    }

    private boolean nextBlock() throws IOException {
        if (block + 1 < reader.page.count()) {
            block++;
        } else if (page + 1 < segment.pages()) {
            page++;
            segment.index().read(page, reader.page);
            block = 0;
        } else {
            return false;
        }
        segment.load(reader, block);
        parcel = -1;
        return true;
    }

    long key() {
        return reader.block.key(parcel);
    }

    @Override
    public void close() {
        reader.close();
    }
}
