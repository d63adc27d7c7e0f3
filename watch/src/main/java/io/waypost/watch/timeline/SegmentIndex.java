package io.waypost.watch.timeline;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.zip.CRC32C;

/**
 * Finds the block of a key: the first keys of the index pages are in memory, eight bytes for some 8 000 parcels; a page is read, and
 * checked, when it is needed. Immutable, thread-safe.
 */
final class SegmentIndex {

    private final String name;
    private final MemorySegment file;
    private final SegmentFooter footer;
    private final long[] top;

    SegmentIndex(String name, MemorySegment file, SegmentFooter footer) throws DamagedFileException {
        this.name = name;
        this.file = file;
        this.footer = footer;
        long size = footer.dictionaryOffset() - footer.topOffset();
        byte[] bytes = file.asSlice(footer.topOffset(), size).toArray(ValueLayout.JAVA_BYTE);
        if (size != footer.pages() * 8 || sum(bytes, 0, bytes.length) != footer.topSum()) {
            throw new DamagedFileException(name, footer.topOffset(), "the first keys of its index are wrong");
        }
        var in = new ByteCursor();
        in.begin(bytes, 0);
        top = new long[(int) footer.pages()];
        for (int i = 0; i < top.length; i++) {
            top[i] = in.fixed(8);
        }
    }

    /** Bytes that it takes in memory, roughly. */
    long memory() {
        return 8L * top.length;
    }

    /** The number of the last page that begins at or below a key. */
    int page(long key) {
        int low = 0;
        int high = top.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (Long.compareUnsigned(top[middle], key) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Reads a page. */
    void read(int number, Page page) throws DamagedFileException {
        long first = (long) number * SegmentFooter.PAGE;
        int count = (int) Math.min(SegmentFooter.PAGE, footer.blocks() - first);
        int size = SegmentFooter.pageSize(count);
        long at = footer.indexOffset() + (long) number * SegmentFooter.pageSize(SegmentFooter.PAGE);
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, at, page.bytes, 0, size);
        page.in.begin(page.bytes, 0);
        if ((int) page.in.fixed(4) != sum(page.bytes, 4, size - 4)) {
            throw new DamagedFileException(name, at, "its index is wrong");
        }
        page.count = count;
    }

    private static int sum(byte[] bytes, int offset, int length) {
        var crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    /** A page of the index in memory, to be filled again and again. Not thread-safe. */
    static final class Page {

        private final byte[] bytes = new byte[SegmentFooter.pageSize(SegmentFooter.PAGE)];
        private final ByteCursor in = new ByteCursor();
        private int count;

        int count() {
            return count;
        }

        long firstKey(int block) {
            return fixed(4 + block * SegmentFooter.ENTRY);
        }

        long offset(int block) {
            return fixed(4 + block * SegmentFooter.ENTRY + (block == count ? 0 : 8));
        }

        /** The last block that begins at or below a key. */
        int block(long key) {
            int low = 0;
            int high = count - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (Long.compareUnsigned(firstKey(middle), key) <= 0) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        }

        private long fixed(int at) {
            in.begin(bytes, at);
            return in.fixed(8);
        }
    }
}
