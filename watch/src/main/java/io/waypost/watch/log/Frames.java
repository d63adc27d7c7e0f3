package io.waypost.watch.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Layout of a frame: checksum 4, payload length 4, sequence number 8, shard 4, arrival 4 bytes, then the payload; little-endian. The
 * checksum covers the log's own number and everything after itself, so that bytes of another log, or bytes that a sender made up, are
 * never taken for a frame. A mark is a frame without payload of shard -1: everything up to its number has been forced. Not safe for
 * threads.
 */
final class Frames {

    static final int HEADER = 24;
    static final int MARK_SHARD = -1;

    private final byte[] salt;
    private final CRC32C crc = new CRC32C();

    Frames(long logId) {
        this.salt = ByteBuffer.allocate(Long.BYTES).putLong(logId).array();
    }

    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Completes the frame whose payload of the given length already stands behind the place of its header. */
    void seal(ByteBuffer target, int at, int length, long lsn, int shard, int arrival) {
        target.putInt(at + 4, length).putLong(at + 8, lsn).putInt(at + 16, shard).putInt(at + 20, arrival);
        target.putInt(at, sum(target, at, length));
    }

    /** Puts a mark: everything up to the number has been forced. */
    void mark(ByteBuffer target, int at, long lsn) {
        seal(target, at, 0, lsn, MARK_SHARD, 0);
    }

    /** Whether the checksum of the frame fits; the length must be within the buffer. */
    boolean intact(ByteBuffer source, int at) {
        return source.getInt(at) == sum(source, at, length(source, at));
    }

    private int sum(ByteBuffer source, int at, int length) {
        crc.reset();
        crc.update(salt);
        crc.update(source.slice(at + 4, HEADER - 4 + length));
        return (int) crc.getValue();
    }

    static int length(ByteBuffer source, int at) {
        return source.getInt(at + 4);
    }

    static long lsn(ByteBuffer source, int at) {
        return source.getLong(at + 8);
    }

    static int shard(ByteBuffer source, int at) {
        return source.getInt(at + 16);
    }

    static int arrival(ByteBuffer source, int at) {
        return source.getInt(at + 20);
    }
}
