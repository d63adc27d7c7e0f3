package io.waypost.watch.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One file of a log. Its header says where it stands: the number of its first frame, and the last durable frame before it. What lies
 * between the two failed on a full disk; those numbers are not given again.
 *
 * @param logId   the log's own number, the same in all its segments
 * @param first   number of the first frame the segment holds or will hold
 * @param follows number of the last frame before it, 0 if none
 */
record Segment(long logId, long first, long follows) {

    static final int HEADER = 40;
    private static final long MAGIC = 0x31474f4c59415721L;
    private static final String SUFFIX = ".scans";

    /** The file's name: sorts like the numbers. */
    String name() {
        return "%020d%s".formatted(first, SUFFIX);
    }

    static boolean isName(String name) {
        return name.matches("\\d{20}\\.scans");
    }

    static long firstOf(String name) {
        return Long.parseLong(name.substring(0, 20));
    }

    ByteBuffer header() {
        var header = Frames.buffer(HEADER);
        header.putLong(MAGIC).putLong(logId).putLong(first).putLong(follows);
        header.putLong(sum(header)).flip();
        return header;
    }

    /** Reads a header; null if it is none. */
    static @Nullable Segment of(ByteBuffer header) {
        boolean sound = header.remaining() == HEADER && header.getLong(0) == MAGIC && header.getLong(32) == sum(header);
        return sound ? new Segment(header.getLong(8), header.getLong(16), header.getLong(24)) : null;
    }

    private static long sum(ByteBuffer header) {
        var crc = new CRC32C();
        crc.update(header.slice(0, 32));
        return crc.getValue();
    }
}
