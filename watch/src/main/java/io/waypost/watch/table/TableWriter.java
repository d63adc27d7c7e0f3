package io.waypost.watch.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/** Writes a table as a snapshot: header, records with their deadlines in the order of the slots, names in the order of their keys. */
final class TableWriter {

    private TableWriter() {}

    static void write(ParcelTable table, int shard, long lsn, WritableByteChannel channel) throws IOException {
        var chunks = new ChunkWriter(channel);
        chunks.header(new SnapshotHeader(shard, table.recordSize(), table.names().count(), table.count(), lsn));
        int item = table.recordSize() + Integer.BYTES;
        for (int slot = table.next(-1); slot >= 0; slot = table.next(slot)) {
            var buffer = chunks.item(Chunk.RECORDS, item);
            putRecord(table, slot, buffer);
        }
        for (var name : table.names().sorted().entrySet()) {
            var text = name.getValue().getBytes(StandardCharsets.US_ASCII);
            chunks.item(Chunk.NAMES, Long.BYTES + 1 + text.length)
                    .putLong(name.getKey())
                    .put((byte) text.length)
                    .put(text);
        }
        chunks.end();
    }

    private static void putRecord(ParcelTable table, int slot, ByteBuffer buffer) {
        for (int field = 0; field < table.recordSize(); field += Long.BYTES) {
            buffer.putLong(table.getLong(slot, field));
        }
        buffer.putInt(table.deadline(slot));
    }
}
