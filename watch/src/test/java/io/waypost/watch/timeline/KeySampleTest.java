package io.waypost.watch.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.watch.table.WaybillKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P3 P4 A sample of the timelines is a matter of the parcels and not of how they are stored")
class KeySampleTest {

    private static final int EVER = Integer.MIN_VALUE;
    private static final int PARCELS = 800;

    private final MemoryStorage storage = new MemoryStorage();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void hasEveryParcelOnceInWhateverStateTheTimelinesAre(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var model = new StoreModel(seed, PARCELS);
        try (var store = TimelineStore.open(storage, TimelinePlan.defaults())) {
            for (int step = 0; step < 60; step++) {
                for (int i = 0; i < 8; i++) {
                    var piece = model.grow();
                    store.append(piece.batch(), piece.lsn());
                }
                switch (random.nextInt(4)) {
                    case 0, 1 -> store.seal();
                    case 2 -> store.merge();
                    default -> {
                        // What came last stays in memory.
                    }
                }
                if (step % 10 == 0) {
                    check(store, model, random);
                }
            }
            check(store, model, random);
            store.seal();
            while (store.merge()) {
                check(store, model, random);
            }
            assertThat(store.segments()).hasSizeGreaterThan(1);
        }
    }

    private static void check(TimelineStore store, StoreModel model, SplittableRandom random) throws IOException {
        var all = model.everything().keySet().stream().sorted(Long::compareUnsigned).toList();
        assertThat(sample(store, 1, EVER, 1 + random.nextInt(PARCELS))).isEqualTo(all);
        int oneIn = 2 + random.nextInt(20);
        assertThat(sample(store, oneIn, EVER, 1 + random.nextInt(PARCELS))).isEqualTo(
                all.stream().filter(key -> WaybillKey.sampled(key, oneIn)).toList());
        long from = random.nextLong();
        assertThat(store.sample(1, EVER, from, PARCELS)).containsExactly(
                all.stream().filter(key -> Long.compareUnsigned(key, from) >= 0).mapToLong(key -> key).toArray());
        assertThat(store.events()).isEqualTo(model.everything().values().stream().mapToLong(List::size).sum());
    }

    @Test
    void hasAboutItsShareOfTheParcels() {
        for (int oneIn : new int[]{2, 3, 10, 128}) {
            long sampled = 0;
            for (long number = 0; number < 200_000; number++) {
                sampled += WaybillKey.sampled(WaybillKey.of("YT%013d".formatted(7_000_000 + number)), oneIn) ? 1 : 0;
            }
            assertThat(sampled).isBetween(180_000L / oneIn, 220_000L / oneIn);
        }
    }

    @Test
    void leavesOutWhatEndedBefore() throws IOException {
        var model = new StoreModel(5, 500);
        try (var store = TimelineStore.open(storage, TimelinePlan.defaults())) {
            var piece = model.grow();
            store.append(piece.batch(), piece.lsn());
            store.seal();
            int until = store.segments().getFirst().maxArrival();
            assertThat(sample(store, 1, until, 100)).isNotEmpty();
            assertThat(sample(store, 1, until + 1, 100)).isEmpty();
        }
    }

    @Test
    void neitherStopsWritersNorIsStoppedByThem() throws Exception {
        var model = new StoreModel(6, PARCELS);
        try (var store = TimelineStore.open(storage, TimelinePlan.defaults())) {
            for (int i = 0; i < 200; i++) {
                var piece = model.grow();
                store.append(piece.batch(), piece.lsn());
            }
            var before = model.everything().keySet().stream().sorted(Long::compareUnsigned).toList();
            var over = new AtomicBoolean();
            var failures = new ArrayList<Throwable>();
            var reader = Thread.ofPlatform().start(() -> {
                try {
                    while (!over.get()) {
                        assertThat(sample(store, 1, EVER, 200)).containsAll(before).isSortedAccordingTo(
                                Long::compareUnsigned).doesNotHaveDuplicates();
                    }
                } catch (IOException | AssertionError failed) {
                    failures.add(failed);
                }
            });
            for (int i = 0; i < 300; i++) {
                var piece = model.grow();
                store.append(piece.batch(), piece.lsn());
                store.seal();
                store.merge();
            }
            over.set(true);
            reader.join();
            assertThat(failures).isEmpty();
        }
    }

    /** Piece by piece, as readers do. */
    private static List<Long> sample(TimelineStore store, int oneIn, int fromArrival, int most) throws IOException {
        var keys = new ArrayList<Long>();
        long from = 0;
        while (true) {
            var piece = store.sample(oneIn, fromArrival, from, most);
            for (long key : piece) {
                keys.add(key);
            }
            if (piece.length < most) {
                return keys;
            }
            from = piece[most - 1] + 1;
        }
    }
}
