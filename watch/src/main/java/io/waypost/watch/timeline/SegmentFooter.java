package io.waypost.watch.timeline;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.zip.CRC32C;

/**
 * The last bytes of a segment: what is in it and where.
 *
 * @param parcels how many parcels it has events of
 * @param firstKey the lowest waybill key
 * @param lastKey the highest waybill key
 * @param minArrival the earliest arrival, in seconds since 1970
 * @param maxArrival the latest arrival, in seconds since 1970
 * @param indexOffset where the blocks end and the index pages begin
 * @param topOffset where the first keys of the index pages begin
 * @param dictionaryOffset where the compressed dictionary begins
 * @param dictionaryLength how large the dictionary is once decompressed
 * @param topSum CRC32C from the first keys up to the dictionary
 * @param dictionarySum CRC32C of the compressed dictionary
 */
record SegmentFooter(
        long parcels,
        long events,
        long blocks,
        long firstKey,
        long lastKey,
        int minArrival,
        int maxArrival,
        long indexOffset,
        long topOffset,
        long dictionaryOffset,
        int dictionaryLength,
        int topSum,
        int dictionarySum) {

    static final int SIZE = 104;
    static final long MAGIC = 0x314C4D5454535057L;
    static final int MAGIC_SIZE = 8;
    static final int VERSION = 1;

    /** Blocks that an index page knows. */
    static final int PAGE = 128;

    /** First key and offset of a block. */
    static final int ENTRY = 16;

    /** How long an index page of so many blocks is: a sum, the entries, and where the last block ends. */
    static int pageSize(long blocks) {
        return 4 + (int) blocks * ENTRY + 8;
    }

    long pages() {
        return (blocks + PAGE - 1) / PAGE;
    }

    ByteColumn write() {
        var out = new ByteColumn();
        out.fixed(parcels, 8);
        out.fixed(events, 8);
        out.fixed(blocks, 8);
        out.fixed(firstKey, 8);
        out.fixed(lastKey, 8);
        out.fixed(minArrival, 4);
        out.fixed(maxArrival, 4);
        out.fixed(indexOffset, 8);
        out.fixed(topOffset, 8);
        out.fixed(dictionaryOffset, 8);
        out.fixed(dictionaryLength, 4);
        out.fixed(topSum, 4);
        out.fixed(dictionarySum, 4);
        out.fixed(0, 4);
        out.fixed(VERSION, 4);
        out.fixed(MAGIC, 8);
        out.fixed(sum(out.bytes, out.length), 4);
        return out;
    }

    static SegmentFooter read(String name, MemorySegment file) throws DamagedFileException {
        long size = file.byteSize();
        long at = size - SIZE;
        if (at < MAGIC_SIZE || file.get(ValueLayout.JAVA_LONG_UNALIGNED, 0) != MAGIC) {
            throw new DamagedFileException(name, 0, "it does not begin as a segment");
        }
        byte[] bytes = file.asSlice(at, SIZE).toArray(ValueLayout.JAVA_BYTE);
        var in = new ByteCursor();
        in.begin(bytes, 0);
        var footer = new SegmentFooter(in.fixed(8), in.fixed(8), in.fixed(8), in.fixed(8), in.fixed(8),
                (int) in.fixed(4), (int) in.fixed(4), in.fixed(8), in.fixed(8), in.fixed(8), (int) in.fixed(4),
                (int) in.fixed(4), (int) in.fixed(4));
        in.skip(4);
        int version = (int) in.fixed(4);
        long magic = in.fixed(8);
        if (magic != MAGIC || (int) in.fixed(4) != sum(bytes, SIZE - 4)) {
            throw new DamagedFileException(name, at, "its footer is wrong");
        }
        if (version != VERSION) {
            throw new DamagedFileException(name, at, "version %d is not known".formatted(version));
        }
        return footer;
    }

    private static int sum(byte[] bytes, int length) {
        var crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
