package io.waypost.watch.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** By what is allocated, which is the same on every machine. */
@DisplayName("The memory of a parcel table")
class ParcelTableMemoryTest {

    private final ParcelTable table = new ParcelTable(32, 0);

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void growsInsteadOfFillingUp() {
        for (int i = 1; i <= 100_000; i++) {
            put(i, i);
            assertThat(table.count()).isEqualTo(i).isLessThanOrEqualTo(table.limit());
            assertThat(table.limit()).isLessThanOrEqualTo((int) (0.9 * table.slots().homes));
        }
        assertThat(table.earliest()).isEqualTo(1);
        for (int i = 1; i <= 100_000; i++) {
            assertThat(table.deadline(table.find(i))).isEqualTo(i);
        }
    }

    @Test
    void takesFortyBytesAParcelWhenFull() {
        int parcels = 20_000;
        try (var full = new ParcelTable(32, parcels)) {
            long bytes = full.bytes();
            for (long key = 1; key <= parcels; key++) {
                full.findOrInsert(key);
            }
            assertThat(full.count()).isEqualTo(parcels);
            assertThat(full.bytes()).isEqualTo(bytes)
                    .isEqualTo(full.slots().records.byteSize() + 4L * full.slots().end()
                            + 4L * full.slots().deadlines.blocks()
                            + 8L * Math.ceilDiv(full.slots().end(), Long.SIZE));
            assertThat(full.bytes() / (double) parcels).isLessThanOrEqualTo(40.6);
        }
    }

    /** Shards fill alike; that they do not grow at the same moment keeps what all of them take even. */
    @Test
    void takesFortyTwoBytesAParcelAtAnyFill() {
        int shards = 16;
        var tables = IntStream.range(0, shards).mapToObj(shard -> new ParcelTable(32, 1024, shard * 8)).toList();
        try {
            for (int i = 1; i <= 60_000; i++) {
                for (var each : tables) {
                    each.findOrInsert(i);
                }
                if (i > 25_000 && i % 100 == 0) {
                    long bytes = tables.stream().mapToLong(ParcelTable::bytes).sum();
                    assertThat(bytes / (double) (i * shards)).isLessThanOrEqualTo(42.0);
                }
            }
        } finally {
            tables.forEach(ParcelTable::close);
        }
    }

    @Test
    void givesMemoryBack() {
        for (int i = 1; i <= 10_000; i++) {
            put(i, i);
        }
        table.sweep(9_001, (slot, deadline) -> DueVisitor.REMOVE);
        table.trim();
        assertThat(table.count()).isEqualTo(1000);
        assertThat(table.limit()).isBetween(1000, 1001);
        assertThat(table.earliest()).isEqualTo(9_001);
    }

    private void put(long key, int deadline) {
        table.set(~table.findOrInsert(key), deadline);
    }
}
