package io.waypost.watch.timeline;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Writes a segment: events in the order of their waybill keys, those of a parcel in the order of their arrival. The file is whole, and
 * on disk, once {@link #finish} has come back. Not thread-safe; to be closed, also after a failure.
 */
public final class SegmentWriter implements AutoCloseable {

    /** How hard blocks are compressed that stay for long. */
    static final int LASTING = 3;
    /** How hard blocks are compressed that soon become part of a larger segment. */
    static final int PASSING = 1;
    private static final int BUFFER = 1 << 20;
    private static final int DICTIONARY_LEVEL = 9;

    private final Storage.Output file;
    private final DictionaryBuilder dictionary;
    private final BlockEncoder encoder;
    private final EventBatch rows = new EventBatch(1024);
    private final ByteColumn buffer = new ByteColumn();
    private long[] firstKey = new long[64];
    private long[] offset = new long[64];
    private long position;
    private int blocks;
    private int parcelsInBlock;
    private long parcels;
    private long events;
    private long lastKey;
    private int minArrival = Integer.MAX_VALUE;
    private int maxArrival = Integer.MIN_VALUE;

    /**
     * Begins a segment.
     *
     * @param hashes whether to keep the hashes of event ids, 8 bytes an event
     */
    public SegmentWriter(Storage storage, String name, boolean hashes) throws IOException {
        this(storage, name, hashes, LASTING, DictionaryBuilder.MOST);
    }

    SegmentWriter(Storage storage, String name, boolean hashes, int level, int mostCodes) throws IOException {
        file = storage.create(name);
        dictionary = new DictionaryBuilder(mostCodes);
        encoder = new BlockEncoder(dictionary, hashes, level);
        buffer.fixed(SegmentFooter.MAGIC, SegmentFooter.MAGIC_SIZE);
        position = buffer.length;
    }

    /** Adds an event; its key must not be lower than the one before. */
    public void add(TimelineEvent event) throws IOException {
        if (events == 0 || event.waybillKey != lastKey) {
            if (events > 0 && Long.compareUnsigned(event.waybillKey, lastKey) < 0) {
                throw new IllegalArgumentException("The key %s comes after %s.".formatted(
                        Long.toUnsignedString(event.waybillKey), Long.toUnsignedString(lastKey)));
            }
            if (parcelsInBlock == BlockFormat.PARCELS) {
                block();
            }
            parcelsInBlock++;
            parcels++;
            lastKey = event.waybillKey;
        }
        rows.add(event);
        events++;
        minArrival = Math.min(minArrival, event.arrivalSecond());
        maxArrival = Math.max(maxArrival, event.arrivalSecond());
    }

    private void block() throws IOException {
        if (blocks == firstKey.length) {
            firstKey = Arrays.copyOf(firstKey, blocks * 2);
            offset = Arrays.copyOf(offset, blocks * 2);
        }
        firstKey[blocks] = rows.waybillKey[0];
        offset[blocks] = position;
        blocks++;
        write(encoder.encode(rows));
        rows.clear();
        parcelsInBlock = 0;
    }

    /** Writes what is left, and everything to disk; gives back how long the file is, in bytes. There must be an event. */
    public long finish() throws IOException {
        if (events == 0) {
            throw new IllegalStateException("A segment must have an event.");
        }
        block();
        long indexOffset = position;
        var top = index(indexOffset);
        long topOffset = position;
        write(top);
        long dictionaryOffset = position;
        var learnt = dictionary.write();
        var packed = new ByteColumn();
        byte[] compressed = Zstd.compress(Arrays.copyOf(learnt.bytes, learnt.length), DICTIONARY_LEVEL);
        packed.put(compressed, 0, compressed.length);
        write(packed);
        write(new SegmentFooter(parcels, events, blocks, firstKey[0], lastKey, minArrival, maxArrival, indexOffset,
                topOffset, dictionaryOffset, learnt.length, sum(top), sum(packed)).write());
        file.write(buffer.bytes, 0, buffer.length);
        file.force();
        return position;
    }

    /** Writes the index in pages; gives back the first key of each. */
    private ByteColumn index(long end) throws IOException {
        var top = new ByteColumn();
        var entries = new ByteColumn();
        var page = new ByteColumn();
        for (int from = 0; from < blocks; from += SegmentFooter.PAGE) {
            entries.clear();
            for (int block = from; block < Math.min(blocks, from + SegmentFooter.PAGE); block++) {
                entries.fixed(firstKey[block], 8);
                entries.fixed(offset[block], 8);
            }
            entries.fixed(from + SegmentFooter.PAGE < blocks ? offset[from + SegmentFooter.PAGE] : end, 8);
            page.clear();
            page.fixed(sum(entries), 4);
            page.put(entries);
            write(page);
            top.fixed(firstKey[from], 8);
        }
        return top;
    }

    private void write(ByteColumn bytes) throws IOException {
        buffer.put(bytes);
        position += bytes.length;
        if (buffer.length >= BUFFER) {
            file.write(buffer.bytes, 0, buffer.length);
            buffer.clear();
        }
    }

    private static int sum(ByteColumn bytes) {
        var crc = new CRC32C();
        crc.update(bytes.bytes, 0, bytes.length);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        encoder.close();
        file.close();
    }
}
