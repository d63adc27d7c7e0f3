package io.waypost.watch.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P3 Readers see one state while timelines are sealed, merged and dropped")
class ConcurrentReadersTest {

    private static final int PARCELS = 50;
    private static final int ROUNDS = 600;
    private static final int ROUND_SECONDS = 900;
    private static final int START = 1_790_000_000;

    private final MemoryStorage storage = new MemoryStorage();
    private final AtomicInteger appended = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void withoutAGapOrARepetition() throws Exception {
        var store = TimelineStore.open(storage, TimelinePlan.defaults());
        try (var threads = Executors.newFixedThreadPool(4)) {
            var readers = List.of(threads.submit(reader(store, 1)), threads.submit(reader(store, 7)));
            var merger = threads.submit(merger(store));
            try {
                append(store);
            } finally {
                done.set(true);
            }
            merger.get();
            for (var reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
        assertThat(dropped.get()).isPositive();
        store.close();
        assertThat(storage.open()).isZero();
        assertThat(storage.list()).hasSize(store.segments().size() + 1);
    }

    /** Every round brings one event of every parcel; the second of the scan counts the rounds. */
    private void append(TimelineStore store) throws IOException {
        var event = new TimelineEvent();
        var batch = new EventBatch(PARCELS);
        for (int round = 0; round < ROUNDS; round++) {
            batch.clear();
            for (int parcel = 0; parcel < PARCELS; parcel++) {
                event.waybillKey = parcel;
                event.scanSecond = START + round * ROUND_SECONDS;
                batch.add(event);
            }
            store.append(batch, round);
            appended.set(round + 1);
            if (round % 3 == 2) {
                store.seal();
            }
        }
    }

    private Callable<Integer> merger(TimelineStore store) {
        return () -> {
            int merges = 0;
            while (!done.get()) {
                merges += store.merge() ? 1 : 0;
                if (appended.get() > ROUNDS / 2) {
                    dropped.addAndGet(store.retain(START + ROUNDS / 4 * ROUND_SECONDS).size());
                }
            }
            while (store.merge()) {
                merges++;
            }
            return merges;
        };
    }

    private Callable<Integer> reader(TimelineStore store, int stride) {
        return () -> {
            int reads = 0;
            while (!done.get()) {
                int parcel = reads * stride % PARCELS;
                int known = appended.get();
                int[] next = {-1};
                store.timeline(parcel, event -> {
                    int round = (event.scanSecond - START) / ROUND_SECONDS;
                    assertThat(round).isEqualTo(next[0] < 0 ? round : next[0]);
                    next[0] = round + 1;
                });
                assertThat(next[0]).isGreaterThanOrEqualTo(known == 0 ? -1 : known);
                reads++;
            }
            return reads;
        };
    }
}
