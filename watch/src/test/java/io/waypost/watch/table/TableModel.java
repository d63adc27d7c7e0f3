package io.waypost.watch.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A table as anybody would write it: maps on the heap. What the real one is compared with. */
final class TableModel {

    /** One parcel: a field and a deadline. */
    static final class Parcel {
        long field;
        int deadline = ParcelTable.NONE;
    }

    private final Map<Long, Parcel> parcels = new HashMap<>();
    private final TreeMap<Integer, TreeSet<Long>> due = new TreeMap<>();
    private final List<Long> keys = new ArrayList<>();
    private final Map<Long, Integer> positions = new HashMap<>();

    @Nullable
    Parcel find(long key) {
        return parcels.get(key);
    }

    Parcel get(long key) {
        return Objects.requireNonNull(parcels.get(key));
    }

    Parcel insert(long key) {
        var parcel = new Parcel();
        parcels.put(key, parcel);
        positions.put(key, keys.size());
        keys.add(key);
        due.computeIfAbsent(ParcelTable.NONE, d -> new TreeSet<>()).add(key);
        return parcel;
    }

    void set(long key, int deadline) {
        var parcel = get(key);
        leave(key, parcel.deadline);
        parcel.deadline = deadline;
        due.computeIfAbsent(deadline, d -> new TreeSet<>()).add(key);
    }

    void remove(long key) {
        leave(key, Objects.requireNonNull(parcels.remove(key)).deadline);
        int gap = Objects.requireNonNull(positions.remove(key));
        long last = keys.removeLast();
        if (last != key) {
            keys.set(gap, last);
            positions.put(last, gap);
        }
    }

    private void leave(long key, int deadline) {
        var same = Objects.requireNonNull(due.get(deadline));
        same.remove(key);
        if (same.isEmpty()) {
            due.remove(deadline);
        }
    }

    /** Any key, by a number below {@link #count}. */
    long key(int index) {
        return keys.get(index);
    }

    int count() {
        return keys.size();
    }

    int earliest() {
        return due.isEmpty() ? ParcelTable.NONE : due.firstKey();
    }

    /** The keys whose deadline is before now, in the order in which the table is to visit them. */
    List<Long> dueBefore(int now) {
        var before = new ArrayList<Long>();
        due.headMap(now, false).values().forEach(before::addAll);
        before.sort(byHash());
        return before;
    }

    static Comparator<Long> byHash() {
        return (a, b) -> Long.compareUnsigned(KeyHash.of(a), KeyHash.of(b));
    }

    /** That the table holds the same, each record where only the set of keys puts it, and no bound promises too much. */
    void assertSame(ParcelTable table) {
        assertThat(table.count()).isEqualTo(count());
        assertThat(table.earliest()).isEqualTo(earliest());
        var sorted = new ArrayList<>(keys);
        Collections.sort(sorted, byHash());
        int slot = -1;
        for (long key : sorted) {
            int place = Math.max(KeyHash.home(KeyHash.of(key), table.slots().homes), slot + 1);
            slot = table.next(slot);
            var parcel = get(key);
            if (slot != place || table.key(slot) != key || table.find(key) != slot
                    || table.getLong(slot, 8) != parcel.field || table.getInt(slot, 16) != (int) key
                    || table.deadline(slot) != parcel.deadline) {
                throw new AssertionError(
                        "Key %d is to be in slot %d with %d, due %d, but slot %d has %d, due %d.".formatted(key, place,
                                parcel.field, parcel.deadline, slot, slot < 0 ? 0 : table.key(slot),
                                slot < 0 ? 0 : table.deadline(slot)));
            }
        }
        assertThat(table.next(slot)).isEqualTo(-1);
        assertBounds(table.slots());
    }

    private static void assertBounds(Slots slots) {
        for (int i = 0; i < slots.end(); i++) {
            int deadline = slots.deadlines.get(i);
            if (slots.key(i) == 0
                    ? deadline != ParcelTable.NONE
                    : deadline < slots.deadlines.bound(i / Deadlines.BLOCK)) {
                throw new AssertionError(
                        "Slot %d of key %d is due %d, its block not before %d.".formatted(i, slots.key(i), deadline,
                                slots.deadlines.bound(i / Deadlines.BLOCK)));
            }
        }
    }
}
