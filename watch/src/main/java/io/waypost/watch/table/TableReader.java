package io.waypost.watch.table;

import io.waypost.watch.table.RefusedSnapshot.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

/** Builds a table from a snapshot, or refuses it as a whole. */
final class TableReader {

    private final ChunkReader chunks;
    private final ParcelTable table;
    private long lastHash;

    private TableReader(ChunkReader chunks, ParcelTable table) {
        this.chunks = chunks;
        this.table = table;
    }

    static LoadedTable read(ReadableByteChannel channel, int shard, int recordSize) throws IOException {
        var chunks = new ChunkReader(channel);
        var header = chunks.header();
        if (header.shard() != shard || header.recordSize() != recordSize) {
            throw new RefusedSnapshot(Reason.OTHER_TABLE,
                    "It is of shard %d with records of %d bytes, wanted are shard %d and %d bytes."
                            .formatted(header.shard(), header.recordSize(), shard, recordSize));
        }
        var table = new ParcelTable(recordSize, header.count(), shard);
        try {
            new TableReader(chunks, table).readBody(header);
            return new LoadedTable(table, header.lsn());
        } catch (IOException | RuntimeException refused) {
            table.close();
            throw refused;
        }
    }

    private void readBody(SnapshotHeader header) throws IOException {
        while (true) {
            var content = chunks.next();
            switch (chunks.kind()) {
                case Chunk.RECORDS -> readRecords(content, header.count());
                case Chunk.NAMES -> readNames(content);
                case Chunk.END -> {
                    checkCounts(header);
                    return;
                }
                default -> throw chunks.inconsistent("nothing is known of kind %d.".formatted(chunks.kind()));
            }
        }
    }

    private void readRecords(ByteBuffer content, int count) throws RefusedSnapshot {
        if (content.remaining() != (long) chunks.items() * (table.recordSize() + Integer.BYTES)) {
            throw chunks
                    .inconsistent("%d records do not have %d bytes.".formatted(chunks.items(), content.remaining()));
        }
        if (chunks.items() > count - table.count()) {
            throw chunks.inconsistent("more than the %d parcels that the header tells of.".formatted(count));
        }
        while (content.hasRemaining()) {
            int slot = append(content.getLong());
            for (int field = Long.BYTES; field < table.recordSize(); field += Long.BYTES) {
                table.putLong(slot, field, content.getLong());
            }
            table.set(slot, content.getInt());
        }
    }

    private int append(long key) throws RefusedSnapshot {
        long hash = KeyHash.of(key);
        if (key == 0 || (table.count() > 0 && !KeyHash.before(lastHash, hash))) {
            throw chunks.inconsistent("the key %d is zero or out of order.".formatted(key));
        }
        lastHash = hash;
        return table.append(key);
    }

    private void readNames(ByteBuffer content) throws RefusedSnapshot {
        for (int i = 0; i < chunks.items(); i++) {
            if (content.remaining() <= Long.BYTES) {
                throw chunks.inconsistent("its names end early.");
            }
            long key = content.getLong();
            int length = content.get();
            if (length < 1 || length > Math.min(WaybillKey.LONGEST, content.remaining())) {
                throw chunks.inconsistent("a name has %d bytes.".formatted(length));
            }
            var text = new byte[length];
            content.get(text);
            readName(key, text);
        }
        if (content.hasRemaining()) {
            throw chunks.inconsistent("%d bytes follow its names.".formatted(content.remaining()));
        }
    }

    private void readName(long key, byte[] text) throws RefusedSnapshot {
        var name = new String(text, StandardCharsets.ISO_8859_1);
        try {
            if (WaybillKey.packed(key) || WaybillKey.of(text, 0, text.length) != key) {
                throw chunks.inconsistent("the key of \"%s\" is not %d.".formatted(name, key));
            }
        } catch (IllegalArgumentException odd) {
            throw chunks.inconsistent("\"%s\" is no waybill number.".formatted(name));
        }
        table.names().remember(key, name);
    }

    private void checkCounts(SnapshotHeader header) throws RefusedSnapshot {
        if (table.count() != header.count() || table.names().count() != header.names()) {
            throw chunks.inconsistent("there are %d parcels and %d names, the header tells of %d and %d."
                    .formatted(table.count(), table.names().count(), header.count(), header.names()));
        }
    }
}
