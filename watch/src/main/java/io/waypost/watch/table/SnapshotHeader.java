package io.waypost.watch.table;

import io.waypost.watch.table.RefusedSnapshot.Reason;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The first 64 bytes of a snapshot, little-endian: magic (8), version (4), shard (4), record size (4), names (4), count (8), lsn (8),
 * zeros, and in the last 4 the CRC-32C of what is before.
 */
record SnapshotHeader(int shard, int recordSize, int names, int count, long lsn) {

    static final int BYTES = 64;
    static final int VERSION = 1;

    private static final long MAGIC = 0x0a656c6261547057L; // "WpTable\n"
    private static final int CHECKED = BYTES - 4;

    void encode(ByteBuffer buffer) {
        int start = buffer.position();
        buffer.putLong(MAGIC).putInt(VERSION).putInt(shard).putInt(recordSize).putInt(names).putLong(count)
                .putLong(lsn);
        while (buffer.position() < start + CHECKED) {
            buffer.put((byte) 0);
        }
        buffer.putInt(checksum(buffer, start));
    }

    /** What the next 64 bytes say, if they are of a version that is known. */
    static SnapshotHeader decode(ByteBuffer buffer) throws RefusedSnapshot {
        int start = buffer.position();
        if (buffer.getLong() != MAGIC) {
            throw new RefusedSnapshot(Reason.NOT_A_SNAPSHOT, "It does not begin as a snapshot of a table does.");
        }
        int version = buffer.getInt();
        int shard = buffer.getInt();
        int recordSize = buffer.getInt();
        int names = buffer.getInt();
        long count = buffer.getLong();
        long lsn = buffer.getLong();
        buffer.position(start + CHECKED);
        if (buffer.getInt() != checksum(buffer, start)) {
            throw new RefusedSnapshot(Reason.DAMAGED,
                    "The checksum of the header, bytes 0 to %d, is wrong.".formatted(BYTES - 1));
        }
        if (version != VERSION) {
            throw new RefusedSnapshot(Reason.NEWER_VERSION,
                    "Its version is %d; known is %d.%nMaybe a newer release wrote it.".formatted(version, VERSION));
        }
        if (names < 0 || count < 0 || count > Capacity.parcelsAt(Capacity.MOST_HOMES)) {
            throw new RefusedSnapshot(Reason.INCONSISTENT,
                    "A table cannot have %d parcels and %d names.".formatted(count, names));
        }
        return new SnapshotHeader(shard, recordSize, names, (int) count, lsn);
    }

    private static int checksum(ByteBuffer buffer, int start) {
        var checksum = new CRC32C();
        checksum.update(buffer.slice(start, CHECKED));
        return (int) checksum.getValue();
    }
}
