package io.waypost.watch.timeline;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The events of the last minutes, in memory, with an index by parcel. One thread may add while many read: a reader sees every event
 * whose addition had come back when it began.
 *
 * <p>The rows of a parcel are a chain from its last one back; a row is written before the index leads to it. The index tells parcels
 * apart by 32 bits of their hash, so that adding never looks at another row: parcels that share them share a chain, and readers pick out
 * their own.
 */
public final class TimelineTail {

    private static final int CHUNK = TailChunk.ROWS;
    /** How many rows are brought near at once. */
    private static final int NEAR = 64;
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);

    private volatile TailChunk[] chunks = new TailChunk[0];
    /** The hash of a parcel, and below it the number of its last row plus one; zero in an empty slot. */
    private volatile long[] slots = new long[1024];
    private volatile int size;
    private int chains;
    private final TimelineEvent copied = new TimelineEvent();

    // Written only: if nobody kept their sum, the compiler would leave out the loads that bring slots near.
    @SuppressWarnings("UnusedVariable")
    private long touched;

    /** How many events it has. */
    public int size() {
        return size;
    }

    /** Adds the events of a batch; by one thread at a time. */
    void add(EventBatch batch) {
        touched = bringNear(batch);
        for (int row = 0; row < batch.size(); row++) {
            batch.read(row, copied);
            add(copied);
        }
    }

    /** Touches the slots of all rows without waiting for one after the other: each is a miss of the cache. */
    private long bringNear(EventBatch batch) {
        var index = slots;
        long sum = 0;
        for (int row = 0; row < batch.size(); row++) {
            sum += index[hash(batch.waybillKey[row]) & (index.length - 1)];
        }
        return sum;
    }

    private void add(TimelineEvent event) {
        int row = size;
        if (row == Integer.MAX_VALUE - 1) {
            throw new IllegalStateException("The tail of the timelines is full; nothing seals it.");
        }
        if (row / CHUNK == chunks.length) {
            var more = Arrays.copyOf(chunks, chunks.length + 1);
            more[chunks.length] = new TailChunk();
            chunks = more;
        }
        if ((chains + 1) * 2L > slots.length) {
            slots = spread(slots);
        }
        int hash = hash(event.waybillKey);
        int slot = slot(slots, hash);
        int last = (int) slots[slot];
        chains += last == 0 ? 1 : 0;
        chunks[row / CHUNK].write(row % CHUNK, event, last);
        SLOT.setRelease(slots, slot, entry(hash, row + 1));
        size = row + 1;
    }

    /** Tells the events of a parcel in the order of their arrival. */
    public void timeline(long key, EventSink sink) {
        long[] index = slots;
        int last = (int) (long) SLOT.getAcquire(index, slot(index, hash(key)));
        if (last == 0) {
            return;
        }
        var all = chunks;
        int count = 0;
        for (int row = last; row != 0; row = before(all, row)) {
            count += key(all, row) == key ? 1 : 0;
        }
        var rows = new int[count];
        for (int row = last; row != 0; row = before(all, row)) {
            if (key(all, row) == key) {
                rows[--count] = row - 1;
            }
        }
        var event = new TimelineEvent();
        for (int row : rows) {
            all[row / CHUNK].read(row % CHUNK, event);
            sink.accept(event);
        }
    }

    /** Tells the key of every event that was there when it began, in the order of the log; of a parcel as often as it has events. */
    void keys(LongConsumer sink) {
        int count = size;
        var all = chunks;
        for (int row = 0; row < count; row++) {
            sink.accept(all[row / CHUNK].key(row % CHUNK));
        }
    }

    /** Tells all events by parcel, in the order of a segment. Nothing may be added meanwhile. */
    void each(Taker taker) throws IOException {
        int count = size;
        var keys = new long[count];
        var all = chunks;
        for (int row = 0; row < count; row++) {
            keys[row] = all[row / CHUNK].key(row % CHUNK);
        }
        var event = new TimelineEvent();
        int[] order = KeyOrder.of(keys);
        for (int from = 0; from < count; from += NEAR) {
            int until = Math.min(from + NEAR, count);
            long sum = 0;
            for (int i = from; i < until; i++) {
                sum += all[order[i] / CHUNK].key(order[i] % CHUNK);
            }
            touched = sum;
            for (int i = from; i < until; i++) {
                all[order[i] / CHUNK].read(order[i] % CHUNK, event);
                taker.take(event);
            }
        }
    }

    private static int before(TailChunk[] chunks, int row) {
        return chunks[(row - 1) / CHUNK].before((row - 1) % CHUNK);
    }

    private static long key(TailChunk[] chunks, int row) {
        return chunks[(row - 1) / CHUNK].key((row - 1) % CHUNK);
    }

    private static int hash(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
    }

    private static long entry(int hash, int row) {
        return (long) hash << 32 | row;
    }

    /** Where the index leads to parcels of that hash, or would. */
    private static int slot(long[] index, int hash) {
        int mask = index.length - 1;
        int at = hash & mask;
        while (true) {
            long found = (long) SLOT.getAcquire(index, at);
            if (found == 0 || (int) (found >>> 32) == hash) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    /** An index twice as large; readers of the old one miss only what is added from now on. */
    private static long[] spread(long[] old) {
        if (old.length == 1 << 30) {
            return old;
        }
        var spread = new long[old.length * 2];
        for (long entry : old) {
            if (entry != 0) {
                spread[slot(spread, (int) (entry >>> 32))] = entry;
            }
        }
        return spread;
    }

    /** Takes events, and may fail to. */
    @FunctionalInterface
    interface Taker {

        /** Takes one. */
        void take(TimelineEvent event) throws IOException;
    }
}
