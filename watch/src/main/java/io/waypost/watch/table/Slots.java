package io.waypost.watch.table;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The memory of a table at one size: records in ascending order of their keys' hashes, each at its home or as near behind it as the
 * earlier ones allow.
 *
 * <p>Where a record lies follows from the set of keys and the number of homes alone, never from the order in which they came. There is no
 * wrap-around: behind the last home is a margin for what is pushed beyond it, and its last slot stays empty, so that every search ends.
 */
final class Slots {

    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    /** At a load of 0.9 fewer than one table in a thousand millions needs more. */
    static final int MARGIN = 128;

    private static final int CACHE_LINE = 64;
    private static final int WORD_BITS = 6;

    final int homes;
    final int margin;
    final int recordSize;
    final MemorySegment records;
    final Deadlines deadlines;

    /** A bit a slot, set where a record is: of a full table one looks at dozens of slots for an empty one. */
    private final long[] taken;
    private final Arena arena;
    private final int end;
    private int appended = -1;

    Slots(int recordSize, int homes, int margin) {
        this.recordSize = recordSize;
        this.homes = homes;
        this.margin = margin;
        end = Math.addExact(homes, margin);
        taken = new long[(end + Long.SIZE - 1) / Long.SIZE];
        // One block for both: if the memory is not there, nothing is left half allocated.
        long recordBytes = (long) end * recordSize;
        arena = Arena.ofShared();
        var memory = allocate(arena, recordBytes + 4L * end);
        records = memory.asSlice(0, recordBytes);
        deadlines = new Deadlines(memory.asSlice(recordBytes), end);
    }

    private static MemorySegment allocate(Arena arena, long bytes) {
        try {
            return arena.allocate(bytes, CACHE_LINE);
        } catch (OutOfMemoryError none) {
            arena.close();
            throw none;
        }
    }

    /** The slots, the last of which is always empty. */
    int end() {
        return end;
    }

    long at(int slot) {
        return (long) slot * recordSize;
    }

    long key(int slot) {
        return records.get(LONG, at(slot));
    }

    /** The slot of the key, or {@code ~slot} of where it would have to be. */
    int find(long key) {
        long hash = KeyHash.of(key);
        int slot = KeyHash.home(hash, homes);
        while (true) {
            long there = key(slot);
            if (there == key && key != 0) {
                return slot;
            }
            if (there == 0 || KeyHash.before(hash, KeyHash.of(there))) {
                return ~slot;
            }
            slot++;
        }
    }

    /** Computes the homes of keys and loads what is there; returns a number that depends on all of it, to be kept. */
    long touch(long[] keys, int batch, int[] into) {
        for (int i = 0; i < batch; i++) {
            into[i] = KeyHash.home(KeyHash.of(keys[i]), homes);
        }
        // Less than the margin, so that there is a next line behind the last home too.
        int nextLine = Math.max(1, CACHE_LINE / recordSize);
        long sum = 0;
        for (int i = 0; i < batch; i++) {
            sum += key(into[i]) + key(into[i] + nextLine) + deadlines.get(into[i]);
        }
        return sum;
    }

    /** The first empty slot from there; it may be the last one, which must stay empty. */
    int freeFrom(int slot) {
        int word = slot >>> WORD_BITS;
        long free = ~taken[word] & -1L << slot;
        while (free == 0) {
            free = ~taken[++word];
        }
        return (word << WORD_BITS) + Long.numberOfTrailingZeros(free);
    }

    /** Pushes the records from the slot up to the free one back by one, and leaves an empty record of that key. */
    void open(int slot, int free, long key) {
        if (free > slot) {
            MemorySegment.copy(records, at(slot), records, at(slot + 1), at(free - slot));
            deadlines.shiftUp(slot, free);
        }
        taken[free >>> WORD_BITS] |= 1L << free;
        long at = at(slot);
        records.set(LONG, at, key);
        for (int field = 8; field < recordSize; field += 8) {
            records.set(LONG, at + field, 0);
        }
    }

    /** Takes the record out and draws back those that were pushed behind their home, with their deadlines. */
    void close(int slot) {
        int stop = slot + 1;
        while (pushed(stop)) {
            stop++;
        }
        MemorySegment.copy(records, at(slot + 1), records, at(slot), at(stop - slot - 1));
        records.set(LONG, at(stop - 1), 0);
        taken[(stop - 1) >>> WORD_BITS] &= ~(1L << (stop - 1));
        deadlines.shiftDown(slot, stop);
    }

    private boolean pushed(int slot) {
        long key = key(slot);
        return key != 0 && KeyHash.home(KeyHash.of(key), homes) < slot;
    }

    /**
     * Adds a record whose hash is greater than all others', without a search; its content is the caller's to write.
     *
     * @return its slot, or −1 if the margin is used up
     */
    int append(long key) {
        int slot = Math.max(KeyHash.home(KeyHash.of(key), homes), appended + 1);
        if (slot >= end - 1) {
            return -1;
        }
        appended = slot;
        taken[slot >>> WORD_BITS] |= 1L << slot;
        records.set(LONG, at(slot), key);
        return slot;
    }

    /** All of them again in so many homes, in one pass that reads and writes in order. Whoever calls closes the old ones. */
    Slots resized(int newHomes, int newMargin) {
        for (int wide = newMargin;; wide = Math.multiplyExact(wide, 2)) {
            var resized = new Slots(recordSize, newHomes, wide);
            if (copyInto(resized)) {
                return resized;
            }
            resized.release();
        }
    }

    private boolean copyInto(Slots target) {
        for (int slot = 0; slot < end; slot++) {
            long key = key(slot);
            if (key == 0) {
                continue;
            }
            int there = target.append(key);
            if (there < 0) {
                return false;
            }
            long from = at(slot);
            long to = target.at(there);
            for (int field = 8; field < recordSize; field += 8) {
                target.records.set(LONG, to + field, records.get(LONG, from + field));
            }
            target.deadlines.set(there, deadlines.get(slot));
        }
        return true;
    }

    /** Everything that is allocated for the slots. */
    long bytes() {
        return at(end) + 4L * end + 8L * taken.length + deadlines.boundBytes();
    }

    /** Gives the memory back; whoever uses it afterwards gets an exception. */
    void release() {
        arena.close();
    }
}
