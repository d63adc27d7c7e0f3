package io.waypost.watch.timeline;

import static io.waypost.watch.timeline.BlockFormat.*;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Reads a block, parcel by parcel, with buffers that it keeps for the next one. Not thread-safe; to be closed.
 *
 * <p>Finding out that a parcel is not in the block needs no decompression: the keys lie before the compressed streams.
 */
final class BlockDecoder implements AutoCloseable {

    private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
    private final CRC32C crc = new CRC32C();
    private final ByteCursor head = new ByteCursor();
    private final ByteCursor hash = new ByteCursor();
    private final ByteCursor low = new ByteCursor();
    private final ByteCursor[] streams = new ByteCursor[STREAMS];
    private final TimelineEvent event = new TimelineEvent();
    private final EventBatch rows = new EventBatch(64);
    private long[] keys = new long[PARCELS];
    private int[] told = new int[64];
    private byte[] block = new byte[8192];
    private byte[] packed = new byte[16_384];
    private int length;
    private int parcels;
    private int events;
    private int base;
    private boolean hashes;
    private int packedLength;
    private int row;
    private int nextFlags;
    private int nextSource;
    private int nextDetail;

    BlockDecoder() {
        Arrays.setAll(streams, _ -> new ByteCursor());
    }

    /** Copies a block and reads its keys; false if its sum is wrong. */
    boolean load(MemorySegment file, long offset, int size, long firstKey) {
        if (block.length < size) {
            block = new byte[size + (size >> 1)];
        }
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, offset, block, 0, size);
        length = size;
        crc.reset();
        crc.update(block, 4, size - 4);
        head.begin(block, 0);
        if (head.fixed(4) != crc.getValue()) {
            return false;
        }
        parcels = head.small();
        events = head.small();
        base = (int) head.fixed(4);
        hashes = head.take() != 0;
        int fixed = head.take();
        packedLength = head.small();
        if (keys.length < parcels) {
            keys = new long[parcels];
        }
        long key = firstKey;
        for (int i = 0; i < parcels; i++) {
            if (i > 0) {
                key += head.fixed(fixed);
                key += fixed == 8 ? head.number() : head.number() << (8 * fixed);
            }
            keys[i] = key;
        }
        return true;
    }

    int parcels() {
        return parcels;
    }

    long key(int parcel) {
        return keys[parcel];
    }

    /** The number of a parcel in the block, or -1. */
    int find(long key) {
        for (int i = 0; i < parcels; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return -1;
    }

    /** Decompresses the streams, to be read from the first parcel on. */
    void unpack() {
        low.begin(block, head.at());
        head.skip(events);
        hash.begin(block, head.at());
        head.skip(hashes ? events * 8 : 0);
        if (packed.length < packedLength) {
            packed = new byte[packedLength + (packedLength >> 1)];
        }
        zstd.decompressByteArray(packed, 0, packedLength, block, head.at(), length - head.at());
        head.begin(packed, 0);
        int at = 0;
        for (var stream : streams) {
            stream.begin(packed, at);
            at += head.small();
        }
        int first = head.at();
        for (var stream : streams) {
            stream.skip(first);
        }
        row = 0;
        nextFlags = next(FLAGS, -1);
        nextSource = next(SOURCE, -1);
        nextDetail = next(DETAIL, -1);
    }

    /** The events of the next parcel, valid until the next call. */
    EventBatch parcel(long key, Dictionary dictionary) {
        int count = streams[COUNT].small();
        rows.clear();
        event.waybillKey = key;
        if (told.length < count) {
            told = new int[count * 2];
        }
        int arrival = base;
        int site = -1;
        for (int i = 0; i < count; i++) {
            arrival += low.take() + (streams[i == 0 ? FIRST : GAP].signed() << 8);
            event.lagSeconds = streams[LAG].signed();
            event.scanSecond = arrival - event.lagSeconds;
            int shape = shape();
            told[i] = shape % 3;
            if (shape >= 3) {
                site = site();
                event.site = dictionary.site(site);
            }
            event.nextSite = told[i] == NEXT_TOLD ? dictionary.site(site()) : 0;
            crew(dictionary, site);
            rare(dictionary, site);
            rows.add(event);
        }
        follow(count);
        return rows;
    }

    /** Passes over the next parcel. */
    void skipParcel() {
        int count = streams[COUNT].small();
        low.skip(count);
        hash.skip(hashes ? count * 8 : 0);
        streams[FIRST].number();
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                streams[GAP].number();
            }
            streams[LAG].number();
            int shape = shape();
            if (shape >= 3) {
                site();
            }
            if (shape % 3 == NEXT_TOLD) {
                site();
            }
            if (streams[DEVICE].number() == WRITTEN) {
                streams[DEVICE].number();
            }
            if (streams[OPERATOR].number() == WRITTEN) {
                streams[OPERATOR].number();
            }
            rareSkipped();
        }
    }

    private int shape() {
        int value = streams[HEAD].take();
        if (value == BESIDE) {
            event.type = (byte) streams[TYPE].take();
            return streams[TYPE].take();
        }
        event.type = (byte) (value / 6);
        return value % 6;
    }

    private int site() {
        return streams[SITE_LOW].take() | streams[SITE_HIGH].small() << 8;
    }

    private void crew(Dictionary dictionary, int site) {
        int device = streams[DEVICE].small();
        int usual = event.operator;
        if (device == WRITTEN) {
            event.device = streams[DEVICE].small();
            usual = 0;
        } else if (device != SAME) {
            event.device = dictionary.device(site, device - RANKED);
            usual = dictionary.usualOperator(site, device - RANKED);
        }
        int operator = streams[OPERATOR].small();
        if (operator == SAME) {
            event.operator = usual;
        } else if (operator == WRITTEN) {
            event.operator = streams[OPERATOR].small();
        } else {
            event.operator = dictionary.operator(site, operator - RANKED);
        }
    }

    private void rare(Dictionary dictionary, int site) {
        event.eventHash = hashes ? hash.fixed(8) : 0;
        event.flags = 0;
        event.detail = null;
        event.source = dictionary.usualSource(site);
        if (row == nextFlags) {
            event.flags = (byte) streams[FLAGS].take();
            nextFlags = next(FLAGS, row);
        }
        if (row == nextSource) {
            event.source = streams[SOURCE].small();
            nextSource = next(SOURCE, row);
        }
        if (row == nextDetail) {
            event.detail = BlockDetails.read(streams[DETAIL]);
            nextDetail = next(DETAIL, row);
        }
        row++;
    }

    private void rareSkipped() {
        if (row == nextFlags) {
            streams[FLAGS].take();
            nextFlags = next(FLAGS, row);
        }
        if (row == nextSource) {
            streams[SOURCE].number();
            nextSource = next(SOURCE, row);
        }
        if (row == nextDetail) {
            BlockDetails.skip(streams[DETAIL]);
            nextDetail = next(DETAIL, row);
        }
        row++;
    }

    /** The row that a stream of exceptions speaks of next; none after a difference of 0. */
    private int next(int stream, int last) {
        int difference = streams[stream].small();
        return difference == 0 ? -1 : last + difference;
    }

    /** Fills in the next sites that are told by the events after. */
    private void follow(int count) {
        int following = 0;
        for (int i = count - 1; i >= 0; i--) {
            if (i + 1 < count && rows.site[i + 1] != rows.site[i]) {
                following = rows.site[i + 1];
            }
            if (told[i] == NEXT_FOLLOWS) {
                rows.nextSite[i] = following;
            }
        }
    }

    @Override
    public void close() {
        zstd.close();
    }
}
