package io.waypost.watch.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * How the body of a snapshot is cut: number of the chunk (4 bytes), what it holds (4), how many items (4), bytes of content (4), content,
 * and the CRC-32C of all that (4). The number is checked too, so that no chunk can be lost, repeated or exchanged.
 */
final class Chunk {

    static final int RECORDS = 1;
    static final int NAMES = 2;
    static final int END = 3;

    static final int HEAD = 16;
    static final int TAIL = 4;
    static final int MOST_CONTENT = 1 << 18;

    private Chunk() {}

    /** A buffer for a whole chunk; outside the heap, where channels want it. */
    static ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(HEAD + MOST_CONTENT + TAIL).order(ByteOrder.LITTLE_ENDIAN);
    }

    static int checksum(ByteBuffer buffer, int bytes) {
        var checksum = new CRC32C();
        checksum.update(buffer.slice(0, bytes));
        return (int) checksum.getValue();
    }
}
