package io.waypost.watch.shard;

import io.waypost.core.watch.ParcelAside;
import io.waypost.watch.record.AsideForm;
import io.waypost.watch.record.UnreadableRecord;
import io.waypost.watch.table.RefusedSnapshot;
import io.waypost.watch.table.RefusedSnapshot.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Map;
import java.util.zip.CRC32C;

/** What follows the table in a shard's snapshot: length (4), CRC-32C (4), and what parcels have beside their rows. */
final class AsideSection {

    private static final int HEADER = 8;
    private static final int MOST = 1 << 30;

    private AsideSection() {}

    static void write(WritableByteChannel channel, Map<Long, ParcelAside> asides) throws IOException {
        var body = AsideForm.write(asides);
        var header = ByteBuffer.allocate(HEADER).putInt(body.remaining()).putInt(checksum(body)).flip();
        while (header.hasRemaining()) {
            channel.write(header);
        }
        while (body.hasRemaining()) {
            channel.write(body);
        }
    }

    static Map<Long, ParcelAside> read(ReadableByteChannel channel) throws IOException {
        var header = fill(channel, HEADER);
        int length = header.getInt();
        if (length < 0 || length > MOST) {
            throw new RefusedSnapshot(Reason.DAMAGED, "%d bytes cannot follow the table.".formatted(length));
        }
        int checksum = header.getInt();
        var body = fill(channel, length);
        if (checksum(body) != checksum) {
            throw new RefusedSnapshot(Reason.DAMAGED, "The checksum of what follows the table is wrong.");
        }
        try {
            return AsideForm.read(body);
        } catch (UnreadableRecord unreadable) {
            throw new RefusedSnapshot(Reason.INCONSISTENT, String.valueOf(unreadable.getMessage()));
        }
    }

    private static ByteBuffer fill(ReadableByteChannel channel, int bytes) throws IOException {
        var buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new RefusedSnapshot(Reason.TRUNCATED, "It ends within what follows the table.");
            }
        }
        return buffer.flip();
    }

    private static int checksum(ByteBuffer body) {
        var checksum = new CRC32C();
        checksum.update(body.duplicate());
        return (int) checksum.getValue();
    }
}
