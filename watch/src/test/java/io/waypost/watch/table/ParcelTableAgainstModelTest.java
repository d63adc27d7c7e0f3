package io.waypost.watch.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random lives of a table, beside a model on the heap. */
@DisplayName("The parcel table holds, finds and visits what plain maps would")
class ParcelTableAgainstModelTest {

    private static final int RECORD = 24;
    private static final int SHARD = 7;

    private SplittableRandom random = new SplittableRandom(0);
    private ParcelTable table = new ParcelTable(RECORD, 0);
    private TableModel model = new TableModel();
    private int now;
    private long spread;

    /**
     * Many keys let the table grow over many blocks; few make it empty and fill again. Keys that differ little in their hashes make runs as
     * long as the table.
     */
    @ParameterizedTest(name = "seed {0}, {1} operations on {2} keys, {3}")
    @CsvSource({"1, 2000000, 30000, spread", "2, 1000000, 300, spread", "3, 1000000, 5, spread",
            "4, 60000, 3000, crowded",
            "5, 600000, 100, crowded", "6, 600000, 60, last", "7, 60000, 3000, last"})
    void livesLikeTheModel(int seed, int operations, int keys, String placed) throws IOException {
        random = new SplittableRandom(seed);
        spread = placed.equals("spread")
                ? 0
                : placed.equals("crowded") ? 0x5555_5555_0000_0000L : 0xffff_ffff_0000_0000L;
        int wanted = keys;
        for (int i = 0; i < operations; i++) {
            if (i % (operations / 20) == 0) {
                model.assertSame(table);
                wanted = 1 + random.nextInt(keys);
            }
            operate(keys, wanted);
        }
        model.assertSame(table);
        table.close();
    }

    private void operate(int keys, int wanted) throws IOException {
        int choice = random.nextInt(10_000);
        if (choice < (model.count() < 1000 ? 40 : 4)) {
            sweep();
        } else if (choice == 41) {
            reload();
        } else if (choice == 42) {
            table.trim();
        } else if (choice < 4000) {
            if (model.count() < wanted) {
                insert(key(keys));
            } else if (model.count() > 0) {
                remove(model.key(random.nextInt(model.count())));
            }
        } else if (choice < 6000) {
            look(key(keys));
        } else if (model.count() > 0) {
            update(model.key(random.nextInt(model.count())), choice < 8500);
        }
    }

    /** One of so many keys; not in order, so that inserts go anywhere. */
    private long key(int keys) {
        long number = random.nextInt(keys) * 2_654_435_761L;
        return spread == 0 ? number + 1 : KeyHashes.keyOf(spread | (number & 0xffff_ffffL));
    }

    private void insert(long key) {
        int slot = table.findOrInsert(key);
        var known = model.find(key);
        assertThat(slot < 0).isEqualTo(known == null);
        int at = slot < 0 ? ~slot : slot;
        if (slot < 0) {
            assertThat(table.getLong(at, 8)).isZero();
            assertThat(table.getLong(at, 16)).isZero();
            assertThat(table.deadline(at)).isEqualTo(ParcelTable.NONE);
        }
        var parcel = known == null ? model.insert(key) : known;
        parcel.field = random.nextLong();
        table.putLong(at, 8, parcel.field);
        table.putInt(at, 16, (int) key);
    }

    private void remove(long key) {
        table.remove(table.find(key));
        model.remove(key);
        assertThat(table.find(key)).isNegative();
    }

    private void look(long key) {
        int slot = table.find(key);
        var parcel = model.find(key);
        assertThat(slot >= 0).isEqualTo(parcel != null);
        if (parcel != null) {
            assertThat(table.key(slot)).isEqualTo(key);
            assertThat(table.getLong(slot, 8)).isEqualTo(parcel.field);
            assertThat(table.deadline(slot)).isEqualTo(parcel.deadline);
        }
    }

    private void update(long key, boolean lower) {
        int slot = table.find(key);
        int deadline = now + random.nextInt(1000) - 100;
        if (lower) {
            table.lower(slot, deadline);
            deadline = Math.min(deadline, table.deadline(slot));
            model.set(key, Math.min(model.get(key).deadline, deadline));
        } else {
            table.set(slot, deadline);
            model.set(key, deadline);
        }
        assertThat(table.deadline(slot)).isEqualTo(model.get(key).deadline);
    }

    private void sweep() {
        now += random.nextInt(200);
        assertThat(table.earliest()).isEqualTo(model.earliest());
        var wanted = model.dueBefore(now);
        List<Long> visited = new ArrayList<>();
        int visits = table.sweep(now, (slot, deadline) -> {
            long key = table.key(slot);
            assertThat(deadline).isEqualTo(model.get(key).deadline).isLessThan(now);
            visited.add(key);
            return answer(key);
        });
        assertThat(visited).isEqualTo(wanted);
        assertThat(visits).isEqualTo(wanted.size());
        for (long key : wanted) {
            int answer = answer(key);
            if (answer == DueVisitor.REMOVE) {
                model.remove(key);
            } else {
                model.set(key, answer);
            }
        }
        assertThat(table.earliest()).isEqualTo(model.earliest());
    }

    /** What the visitor says of a key at this time: removed, nothing more, later, or due already. */
    private int answer(long key) {
        int dice = (int) Long.remainderUnsigned(KeyHash.of(key ^ now), 8);
        return dice < 3 ? DueVisitor.REMOVE : dice == 3 ? ParcelTable.NONE : dice == 4 ? now - 1 : now + 10 * dice;
    }

    private void reload() throws IOException {
        var bytes = new ByteArrayOutputStream();
        table.dump(Channels.newChannel(bytes), SHARD, now);
        var loaded = ParcelTable.load(Channels.newChannel(new ByteArrayInputStream(bytes.toByteArray())), SHARD,
                RECORD);
        assertThat(loaded.lsn()).isEqualTo(now);
        table.close();
        table = loaded.table();
        model.assertSame(table);
    }
}
