package io.waypost.watch.timeline;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The events of the last minutes, in memory, with an index by parcel. One thread may add while many read: a reader sees every event
 * whose addition had come back when it began.
 *
 * <p>The rows of a parcel are a chain from its last one back; a row is written before the index leads to it.
 */
public final class TimelineTail {

    private static final int CHUNK = TailChunk.ROWS;
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);

    private volatile TailChunk[] chunks = new TailChunk[0];
    private volatile int[] slots = new int[1024];
    private volatile int size;
    private int parcels;
    private final TimelineEvent copied = new TimelineEvent();

    /** How many events it has. */
    public int size() {
        return size;
    }

    /** Adds the events of a batch; by one thread at a time. */
    void add(EventBatch batch) {
        for (int row = 0; row < batch.size(); row++) {
            batch.read(row, copied);
            add(copied);
        }
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
        if ((parcels + 1) * 2L > slots.length) {
            slots = spread(slots);
        }
        int slot = slot(slots, event.waybillKey);
        int last = slots[slot];
        parcels += last == 0 ? 1 : 0;
        chunks[row / CHUNK].write(row % CHUNK, event, last);
        SLOT.setRelease(slots, slot, row + 1);
        size = row + 1;
    }

    /** Tells the events of a parcel in the order of their arrival. */
    public void timeline(long key, EventSink sink) {
        int[] index = slots;
        int last = (int) SLOT.getAcquire(index, slot(index, key));
        if (last == 0) {
            return;
        }
        var all = chunks;
        int count = 0;
        for (int row = last; row != 0; row = before(all, row)) {
            count++;
        }
        var rows = new int[count];
        for (int row = last; row != 0; row = before(all, row)) {
            rows[--count] = row - 1;
        }
        var event = new TimelineEvent();
        for (int row : rows) {
            all[row / CHUNK].read(row % CHUNK, event);
            sink.accept(event);
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
        for (int row : KeyOrder.of(keys)) {
            all[row / CHUNK].read(row % CHUNK, event);
            taker.take(event);
        }
    }

    private static int before(TailChunk[] chunks, int row) {
        return chunks[(row - 1) / CHUNK].before((row - 1) % CHUNK);
    }

    /** Where the index leads to a parcel, or would. */
    private int slot(int[] index, long key) {
        int mask = index.length - 1;
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (true) {
            int row = (int) SLOT.getAcquire(index, at);
            if (row == 0 || key(row) == key) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    private long key(int row) {
        return chunks[(row - 1) / CHUNK].key((row - 1) % CHUNK);
    }

    /** An index twice as large; readers of the old one miss only what is added from now on. */
    private int[] spread(int[] old) {
        if (old.length == 1 << 30) {
            return old;
        }
        var spread = new int[old.length * 2];
        for (int row : old) {
            if (row != 0) {
                spread[slot(spread, key(row))] = row;
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
