package io.waypost.watch.timeline;

import io.waypost.watch.table.WaybillKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Merges the keys of a sample from segments and tails, each key once. Not thread-safe; to be closed. */
final class KeySample implements AutoCloseable {

    private final int oneIn;
    private final long from;
    private final List<KeyCursor> cursors = new ArrayList<>();
    private final PriorityQueue<KeyCursor> queue = new PriorityQueue<>(
            Comparator.comparing(KeyCursor::key, Long::compareUnsigned));
    private long[] recent = new long[64];
    private int recentKeys;

    KeySample(int oneIn, long from) {
        this.oneIn = oneIn;
        this.from = from;
    }

    void add(Segment segment) throws IOException {
        var cursor = new KeyCursor(segment, oneIn, from);
        cursors.add(cursor);
        if (cursor.next()) {
            queue.add(cursor);
        }
    }

    void add(TimelineTail tail) {
        tail.keys(key -> {
            if (Long.compareUnsigned(key, from) >= 0 && WaybillKey.sampled(key, oneIn)) {
                if (recentKeys == recent.length) {
                    recent = Arrays.copyOf(recent, recentKeys * 2);
                }
                // Turned over, so that sorting as signed numbers sorts as unsigned ones.
                recent[recentKeys++] = key ^ Long.MIN_VALUE;
            }
        });
    }

    /** The lowest keys, each once. */
    long[] take(int most) throws IOException {
        Arrays.sort(recent, 0, recentKeys);
        var taken = new long[most];
        int count = 0;
        int at = 0;
        while (count < most && (at < recentKeys || !queue.isEmpty())) {
            long key = at < recentKeys ? recent[at] ^ Long.MIN_VALUE : -1;
            if (!queue.isEmpty() && (at == recentKeys || Long.compareUnsigned(queue.peek().key(), key) < 0)) {
                key = queue.peek().key();
            }
            taken[count++] = key;
            while (at < recentKeys && (recent[at] ^ Long.MIN_VALUE) == key) {
                at++;
            }
            pass(key);
        }
        return Arrays.copyOf(taken, count);
    }

    private void pass(long key) throws IOException {
        while (!queue.isEmpty() && queue.peek().key() == key) {
            var cursor = queue.remove();
            if (cursor.next()) {
                queue.add(cursor);
            }
        }
    }

    @Override
    public void close() {
        cursors.forEach(KeyCursor::close);
    }
}
