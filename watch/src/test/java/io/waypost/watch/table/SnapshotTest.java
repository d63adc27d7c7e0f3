package io.waypost.watch.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.watch.table.RefusedSnapshot.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A snapshot of a parcel table")
class SnapshotTest {

    private static final int SHARD = 12;
    private static final long LSN = 0x1234_5678_9abcL;

    private final ParcelTable table = new ParcelTable(32, 0);

    @BeforeEach
    void fill() {
        for (long key = 1; key <= 30; key++) {
            int slot = ~table.findOrInsert(key * key);
            table.putLong(slot, 8, key);
            table.putLong(slot, 24, ~key);
            table.set(slot, key == 3 ? ParcelTable.NONE : (int) key);
        }
        for (var text : new String[]{"DPK12345678901234567", "AN-ODD-ONE", "x"}) {
            long key = WaybillKey.of(text);
            table.names().remember(key, text);
            table.findOrInsert(key);
        }
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void bringsBackEverything() throws IOException {
        var loaded = load(dump(table));
        assertThat(loaded.lsn()).isEqualTo(LSN);
        try (var copy = loaded.table()) {
            assertThat(copy.count()).isEqualTo(33);
            for (long key = 1; key <= 30; key++) {
                int slot = copy.find(key * key);
                assertThat(copy.getLong(slot, 8)).isEqualTo(key);
                assertThat(copy.getLong(slot, 24)).isEqualTo(~key);
                assertThat(copy.deadline(slot)).isEqualTo(key == 3 ? ParcelTable.NONE : (int) key);
            }
            assertThat(copy.names().text(WaybillKey.of("AN-ODD-ONE"))).isEqualTo("AN-ODD-ONE");
            assertThat(copy.names().count()).isEqualTo(3);
            assertThat(dump(copy)).isEqualTo(dump(table));
        }
    }

    @Test
    void isTheSameWhateverTheOrderOfInserts() throws IOException {
        try (var other = new ParcelTable(32, 5000)) {
            for (int slot = table.next(-1); slot >= 0; slot = table.next(slot)) {
                other.findOrInsert(999 + slot);
            }
            for (long key = 30; key >= 1; key--) {
                int slot = ~other.findOrInsert(key * key);
                other.putLong(slot, 8, key);
                other.putLong(slot, 24, ~key);
                other.set(slot, key == 3 ? ParcelTable.NONE : (int) key);
            }
            for (var name : table.names().sorted().entrySet()) {
                other.names().remember(name.getKey(), name.getValue());
                other.findOrInsert(name.getKey());
            }
            for (int slot = table.next(-1); slot >= 0; slot = table.next(slot)) {
                other.remove(other.find(999 + slot));
            }
            assertThat(dump(other)).isEqualTo(dump(table));
        }
    }

    @Test
    void takesALoadedTableLittleLargerThanEnough() throws IOException {
        try (var large = new ParcelTable(32, 1_000_000)) {
            for (long key = 1; key <= 30_000; key++) {
                large.findOrInsert(key);
            }
            try (var copy = load(dump(large)).table()) {
                assertThat(copy.count()).isEqualTo(30_000);
                assertThat(copy.bytes() / 30_000.0).isLessThanOrEqualTo(43.5);
            }
        }
    }

    @Test
    void ofNothingIsGoodToo() throws IOException {
        try (var empty = new ParcelTable(32, 0); var copy = load(dump(empty)).table()) {
            assertThat(copy.count()).isZero();
            assertThat(copy.findOrInsert(4)).isNegative();
        }
    }

    @Test
    void leavesTheChannelBehindItsEnd() throws IOException {
        var bytes = dump(table);
        var two = Arrays.copyOf(bytes, bytes.length + 3);
        two[bytes.length] = 42;
        var in = new ByteArrayInputStream(two);
        ParcelTable.load(Channels.newChannel(in), SHARD, 32).table().close();
        assertThat(in.read()).isEqualTo(42);
    }

    /** A wrong length can make it seem too short. */
    @Test
    void isRefusedIfAnyByteIsWrong() throws IOException {
        var bytes = dump(table);
        for (int i = 0; i < bytes.length; i++) {
            for (int mask : new int[]{1 << (i % 8), 0xff}) {
                var damaged = bytes.clone();
                damaged[i] ^= (byte) mask;
                refused(damaged, i < 8 ? Reason.NOT_A_SNAPSHOT : Reason.DAMAGED, Reason.TRUNCATED);
            }
        }
    }

    @Test
    void isRefusedIfItEndsTooEarly() throws IOException {
        var bytes = dump(table);
        for (int length = 0; length < bytes.length; length++) {
            refused(Arrays.copyOf(bytes, length), Reason.TRUNCATED);
        }
    }

    @Test
    void isRefusedIfZerosOrOnesTookAPlace() throws IOException {
        var bytes = dump(table);
        for (int from = 0; from < bytes.length; from += 16) {
            for (byte filler : new byte[]{0, -1}) {
                var damaged = bytes.clone();
                Arrays.fill(damaged, from, Math.min(bytes.length, from + 512), filler);
                refused(damaged, from < 8 ? Reason.NOT_A_SNAPSHOT : Reason.DAMAGED);
            }
        }
    }

    @Test
    void isRefusedIfAChunkIsMissingRepeatedOrElsewhere() throws IOException {
        try (var large = new ParcelTable(32, 0)) {
            for (long key = 1; key <= 20_000; key++) {
                large.findOrInsert(key);
            }
            var bytes = dump(large);
            int first = 64;
            int second = first + chunk(bytes, first);
            int third = second + chunk(bytes, second);
            refused(join(bytes, 0, first, second, bytes.length), Reason.DAMAGED);
            refused(join(bytes, 0, second, first, bytes.length), Reason.DAMAGED);
            refused(join(bytes, 0, second, third, bytes.length), Reason.DAMAGED);
        }
    }

    @Test
    void isRefusedIfNewer() throws IOException {
        var bytes = dump(table);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8, SnapshotHeader.VERSION + 1);
        sign(bytes, 0, 60);
        refused(bytes, Reason.NEWER_VERSION);
    }

    @Test
    void isRefusedForAnotherShardOrRecord() throws IOException {
        var bytes = dump(table);
        assertThatThrownBy(() -> ParcelTable.load(Channels.newChannel(new ByteArrayInputStream(bytes)), SHARD + 1, 32))
                .isInstanceOf(RefusedSnapshot.class)
                .hasMessageContaining("shard 12")
                .hasMessageContaining("shard 13");
        assertThatThrownBy(() -> ParcelTable.load(Channels.newChannel(new ByteArrayInputStream(bytes)), SHARD, 40))
                .isInstanceOf(RefusedSnapshot.class)
                .hasMessageContaining("40");
    }

    @Test
    void isRefusedIfWellSignedNonsense() throws IOException {
        int records = 64 + Chunk.HEAD;
        for (long key : new long[]{0, 1}) {
            var bytes = dump(table);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(records + 36, key);
            sign(bytes, 64, 64 + chunk(bytes, 64) - 4);
            refused(bytes, Reason.INCONSISTENT);
        }
        for (int count : new int[]{0, 32, 34, -1}) {
            var bytes = dump(table);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(24, count);
            sign(bytes, 0, 60);
            refused(bytes, Reason.INCONSISTENT);
        }
        var bytes = dump(table);
        int names = 64 + chunk(bytes, 64);
        bytes[names + Chunk.HEAD + 9] ^= 1;
        sign(bytes, names, names + chunk(bytes, names) - 4);
        refused(bytes, Reason.INCONSISTENT);
    }

    @Test
    void saysWhereItIsDamaged() throws IOException {
        var bytes = dump(table);
        bytes[200] ^= 1;
        assertThatThrownBy(() -> load(bytes)).hasMessage("The checksum of chunk 0 at byte 64 is wrong.");
        assertThatThrownBy(() -> load(Arrays.copyOf(bytes, 300)))
                .hasMessage("It ends at byte 300, within chunk 0 at byte 64.");
    }

    private static void refused(byte[] bytes, Reason... either) {
        assertThatThrownBy(() -> load(bytes))
                .isInstanceOfSatisfying(RefusedSnapshot.class, e -> assertThat(e.reason()).isIn((Object[]) either));
    }

    private static byte[] dump(ParcelTable of) throws IOException {
        var bytes = new ByteArrayOutputStream();
        of.dump(Channels.newChannel(bytes), SHARD, LSN);
        return bytes.toByteArray();
    }

    private static LoadedTable load(byte[] bytes) throws IOException {
        return ParcelTable.load(Channels.newChannel(new ByteArrayInputStream(bytes)), SHARD, 32);
    }

    private static int chunk(byte[] bytes, int at) {
        return Chunk.HEAD + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 12) + Chunk.TAIL;
    }

    private static void sign(byte[] bytes, int from, int to) {
        var checksum = new CRC32C();
        checksum.update(bytes, from, to - from);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(to, (int) checksum.getValue());
    }

    private static byte[] join(byte[] bytes, int from, int to, int from2, int to2) {
        var joined = Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), to - from + to2 - from2);
        System.arraycopy(bytes, from2, joined, to - from, to2 - from2);
        return joined;
    }
}
