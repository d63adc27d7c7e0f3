package io.waypost.watch.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The parcel table")
class ParcelTableTest {

    private final ParcelTable table = new ParcelTable(32, 0);

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void keepsFieldsOfEverySize() {
        int slot = ~table.findOrInsert(5);
        table.putLong(slot, 8, Long.MIN_VALUE + 1);
        table.putInt(slot, 16, -7);
        table.putShort(slot, 21, (short) -300);
        table.putByte(slot, 20, (byte) -1);
        table.putByte(slot, 31, (byte) 99);
        assertThat(table.key(slot)).isEqualTo(5);
        assertThat(table.getLong(slot, 8)).isEqualTo(Long.MIN_VALUE + 1);
        assertThat(table.getInt(slot, 16)).isEqualTo(-7);
        assertThat(table.getShort(slot, 21)).isEqualTo((short) -300);
        assertThat(table.getByte(slot, 20)).isEqualTo((byte) -1);
        assertThat(table.getByte(slot, 31)).isEqualTo((byte) 99);
    }

    @Test
    void refusesFieldsOutsideTheRecord() {
        int slot = ~table.findOrInsert(5);
        assertThatThrownBy(() -> table.putInt(slot, 29, 1)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> table.getByte(slot, -1)).isInstanceOf(AssertionError.class);
    }

    @Test
    void clearsWhatAnEarlierParcelLeft() {
        int slot = ~table.findOrInsert(5);
        table.putLong(slot, 24, 77);
        table.set(slot, 10);
        table.remove(slot);
        slot = ~table.findOrInsert(5);
        assertThat(table.getLong(slot, 24)).isZero();
        assertThat(table.deadline(slot)).isEqualTo(ParcelTable.NONE);
    }

    @Test
    void wantsAKeyAndARecordOfEights() {
        assertThatIllegalArgumentException().isThrownBy(() -> table.findOrInsert(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ParcelTable(33, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new ParcelTable(0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> table.remove(3));
        assertThat(table.find(0)).isNegative();
    }

    @Test
    void visitsOnlyWhatIsStrictlyBefore() {
        put(1, 99);
        put(2, 100);
        put(3, 101);
        assertThat(swept(100, ParcelTable.NONE)).containsExactlyInAnyOrder(1L);
        assertThat(table.earliest()).isEqualTo(100);
        assertThat(swept(101, ParcelTable.NONE)).containsExactlyInAnyOrder(2L);
        assertThat(swept(Integer.MAX_VALUE, ParcelTable.NONE)).containsExactlyInAnyOrder(3L);
        assertThat(table.earliest()).isEqualTo(ParcelTable.NONE);
    }

    @Test
    void visitsWhatStaysDueOnceASweep() {
        put(1, 5);
        assertThat(swept(100, 6)).containsExactly(1L);
        assertThat(swept(100, 7)).containsExactly(1L);
    }

    @Test
    void skipsNobodyWhenNeighboursGo() {
        long[] keys = crowd(40);
        for (long key : keys) {
            put(key, 5);
        }
        var visited = new ArrayList<Long>();
        table.sweep(10, (slot, deadline) -> {
            visited.add(table.key(slot));
            return visited.size() % 3 == 0 ? 20 : DueVisitor.REMOVE;
        });
        assertThat(visited).containsExactly(Arrays.stream(keys).boxed().toArray(Long[]::new));
        assertThat(table.count()).isEqualTo(13);
        assertThat(swept(20, 0)).isEmpty();
        assertThat(swept(21, ParcelTable.NONE)).hasSize(13);
    }

    /** The only deadline there is moves into another block and back; the bounds of both must know. */
    @Test
    void losesNoDeadlineAtTheBorderOfBlocks() {
        try (var blocks = new ParcelTable(32, 2000)) {
            long step = Long.divideUnsigned(-1, blocks.slots().homes);
            long[] keys = keys(1000 * step + step / 2, 40);
            for (long key : keys) {
                blocks.findOrInsert(key);
            }
            assertThat(blocks.find(keys[24])).isEqualTo(Deadlines.BLOCK);
            blocks.set(blocks.find(keys[24]), 5);
            blocks.remove(blocks.find(keys[0]));
            assertThat(blocks.find(keys[24])).isEqualTo(Deadlines.BLOCK - 1);
            assertThat(blocks.earliest()).isEqualTo(5);
            assertThat(blocks.sweep(6, (slot, deadline) -> 7)).isOne();
            blocks.findOrInsert(keys[0]);
            assertThat(blocks.find(keys[24])).isEqualTo(Deadlines.BLOCK);
            assertThat(blocks.earliest()).isEqualTo(7);
            assertThat(blocks.sweep(8, (slot, deadline) -> ParcelTable.NONE)).isOne();
        }
    }

    @Test
    void lowersOnlyToEarlier() {
        int slot = put(1, 50);
        table.lower(slot, 60);
        assertThat(table.deadline(slot)).isEqualTo(50);
        table.lower(slot, 40);
        assertThat(table.deadline(slot)).isEqualTo(40);
        assertThat(table.earliest()).isEqualTo(40);
        table.set(slot, 70);
        assertThat(table.earliest()).isEqualTo(70);
    }

    @Test
    void isNotChangedDuringASweep() {
        put(1, 5);
        table.sweep(10, (slot, deadline) -> {
            assertThatIllegalStateException().isThrownBy(() -> table.findOrInsert(2));
            assertThatIllegalStateException().isThrownBy(() -> table.remove(slot));
            assertThatIllegalStateException().isThrownBy(table::trim);
            assertThatIllegalStateException().isThrownBy(() -> table.sweep(10, (other, due) -> due));
            return deadline;
        });
        assertThat(table.findOrInsert(2)).isNegative();
    }

    @Test
    void losesNothingIfTheVisitorFails() {
        for (long key : crowd(5)) {
            put(key, 5);
        }
        var visited = new ArrayList<Long>();
        assertThatIllegalStateException().isThrownBy(() -> table.sweep(10, (slot, deadline) -> {
            if (visited.size() == 2) {
                throw new IllegalStateException("Visitor.");
            }
            visited.add(table.key(slot));
            return DueVisitor.REMOVE;
        }));
        assertThat(table.count()).isEqualTo(3);
        assertThat(swept(10, ParcelTable.NONE)).hasSize(3).doesNotContainAnyElementsOf(visited);
    }

    @Test
    void holdsAnyNumberOfKeysWithOneHome() {
        long[] keys = last(5000);
        for (long key : keys) {
            put(key, (int) (key >>> 40));
        }
        for (long key : keys) {
            assertThat(table.deadline(table.find(key))).isEqualTo((int) (key >>> 40));
        }
        for (int i = 0; i < keys.length; i += 2) {
            table.remove(table.find(keys[i]));
        }
        for (int i = 0; i < keys.length; i++) {
            assertThat(table.find(keys[i]) >= 0).isEqualTo(i % 2 == 1);
        }
    }

    @Test
    void prefetchesTheHomes() {
        put(1, 5);
        put(2, 5);
        int[] homes = {-1, -1, -1};
        table.prefetch(new long[]{1, 2, 3}, 2, homes);
        assertThat(homes).containsExactly(KeyHash.home(KeyHash.of(1), table.slots().homes),
                KeyHash.home(KeyHash.of(2), table.slots().homes), -1);
    }

    @Test
    void mayBeHandedToAnotherThread() throws InterruptedException {
        put(1, 5);
        var due = new ArrayList<Long>();
        var other = Thread.ofPlatform().start(() -> {
            put(2, 5);
            due.addAll(swept(10, ParcelTable.NONE));
        });
        other.join();
        assertThat(due).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void isOfNoUseOnceClosed() {
        var closed = new ParcelTable(32, 10);
        closed.findOrInsert(1);
        closed.close();
        assertThatIllegalStateException().isThrownBy(() -> closed.find(1));
    }

    @Test
    void forgetsTheNamesOfParcelsThatGo() {
        var text = "ODD-NUMBER-1";
        long key = WaybillKey.of(text);
        assertThat(table.names().remember(key, text)).isTrue();
        put(key, 5);
        table.sweep(10, (slot, deadline) -> DueVisitor.REMOVE);
        assertThat(table.names().count()).isZero();
    }

    private int put(long key, int deadline) {
        int slot = table.findOrInsert(key);
        slot = slot < 0 ? ~slot : slot;
        table.set(slot, deadline);
        return slot;
    }

    private List<Long> swept(int now, int next) {
        var visited = new ArrayList<Long>();
        table.sweep(now, (slot, deadline) -> {
            visited.add(table.key(slot));
            return next;
        });
        return visited;
    }

    /** Keys with the home in the middle, in the order of their hashes. */
    private static long[] crowd(int count) {
        return keys(1L << 63, count);
    }

    /** Keys with the last home, whatever the size of the table. */
    private static long[] last(int count) {
        return keys(-1L << 20, count);
    }

    private static long[] keys(long firstHash, int count) {
        var keys = new long[count];
        Arrays.setAll(keys, i -> KeyHashes.keyOf(firstHash + i));
        return keys;
    }
}
