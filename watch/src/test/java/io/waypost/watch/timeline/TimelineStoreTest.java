package io.waypost.watch.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.watch.timeline.MemoryStorage.Loss;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P3 The timelines have every scan once")
class TimelineStoreTest {

    private static final TimelinePlan PLAN = new TimelinePlan(4 * 3600, 24 * 3600, 8 * 3600, true);
    private static final int DAY = 24 * 3600;

    private MemoryStorage storage = new MemoryStorage();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverIsDoneWithThem(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var model = new StoreModel(seed, 40);
        var store = TimelineStore.open(storage, PLAN);
        int cut = Integer.MIN_VALUE;
        int highest = 0;
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3 -> store.seal();
                case 4, 5 -> store.merge();
                case 6 -> {
                    cut = Math.max(cut, model.now() - 4 * DAY);
                    store.retain(cut);
                }
                case 7 -> {
                    boolean closed = random.nextBoolean();
                    if (closed) {
                        store.close();
                        assertThat(storage.open()).isZero();
                    }
                    storage = storage.restarted(closed ? Loss.NONE : Loss.ALL);
                    store = TimelineStore.open(storage, PLAN);
                    model.replay(store);
                }
                default -> {
                    var piece = model.grow();
                    assertThat(store.append(piece.batch(), piece.lsn())).isTrue();
                    assertThat(store.append(piece.batch(), piece.lsn())).isFalse();
                }
            }
            model.check(store, cut);
            highest = Math.max(highest, store.segments().stream().mapToInt(SegmentInfo::level).max().orElse(0));
        }
        assertThat(highest).isEqualTo(2);
        assertThat(cut).isGreaterThan(Integer.MIN_VALUE);
    }

    @Test
    void growTogetherByWindowAndDay() throws IOException {
        var model = new StoreModel(11, 20);
        var store = TimelineStore.open(storage, PLAN);
        int start = model.now();
        while (model.now() < start + 4 * DAY) {
            var piece = model.grow();
            store.append(piece.batch(), piece.lsn());
            store.seal();
        }
        int sealed = store.segments().size();
        while (store.merge()) {
            model.check(store, Integer.MIN_VALUE);
        }
        assertThat(store.segments()).hasSizeLessThan(sealed / 3);
        assertThat(store.segments().stream().filter(segment -> segment.level() == 2)).hasSizeBetween(3, 4);
        // The last window may still grow.
        assertThat(store.segments().getLast().level()).isZero();
        assertThat(store.segments()).isSortedAccordingTo((a, b) -> Long.compare(a.firstLsn(), b.firstLsn()));
        assertThat(storage.list()).hasSize(store.segments().size() + 1);
        assertThat(storage.open()).isEqualTo(store.segments().size());
    }

    @Test
    void areReadOnlyWhereTheyMayBe() throws IOException {
        var model = new StoreModel(12, 20);
        var store = TimelineStore.open(storage, PLAN);
        int middle = 0;
        for (int i = 0; i < 10; i++) {
            var piece = model.grow();
            store.append(piece.batch(), piece.lsn());
            if (i == 4) {
                middle = model.now();
                store.seal();
            }
        }
        int cut = middle;
        model.everything().forEach((key, timeline) -> {
            var before = timeline.stream().filter(event -> event.scanSecond() + event.lagSeconds() <= cut).toList();
            var found = new ArrayList<StoredEvent>();
            try {
                store.timeline(key, Integer.MIN_VALUE, cut, event -> found.add(StoredEvent.of(event)));
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
            assertThat(found).isEqualTo(before);
        });
    }

    @Test
    void sealWhatHasNoEvents() throws IOException {
        var store = TimelineStore.open(storage, PLAN);
        assertThat(store.seal()).isFalse();
        store.append(new EventBatch(1), 7);
        assertThat(store.seal()).isTrue();
        assertThat(store.sealedLsn()).isEqualTo(7);
        assertThat(store.segments()).isEmpty();
        assertThat(TimelineStore.open(storage.restarted(Loss.ALL), PLAN).sealedLsn()).isEqualTo(7);
    }

    @Test
    void cannotBeUsedOnceClosed() throws IOException {
        var store = TimelineStore.open(storage, PLAN);
        store.close();
        store.close();
        assertThatThrownBy(() -> store.append(new EventBatch(1), 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.timeline(1, _ -> {})).isInstanceOf(IllegalStateException.class)
                .hasMessage("The timelines are closed.");
    }

    @Test
    void lieInAFolderOfOneProcess(@TempDir Path folder) throws IOException {
        var model = new StoreModel(13, 20);
        try (var files = FolderStorage.open(folder); var store = TimelineStore.open(files, PLAN)) {
            assertThatThrownBy(() -> FolderStorage.open(folder)).isInstanceOf(IOException.class)
                    .hasMessageContaining("is in use");
            for (int i = 0; i < 200; i++) {
                var piece = model.grow();
                store.append(piece.batch(), piece.lsn());
                store.seal();
                store.merge();
            }
            model.check(store, Integer.MIN_VALUE);
        }
        try (var files = FolderStorage.open(folder); var store = TimelineStore.open(files, PLAN)) {
            assertThat(store.tailEvents()).isZero();
            model.check(store, Integer.MIN_VALUE);
            assertThat(store.retain(Integer.MAX_VALUE)).isNotEmpty();
            assertThat(files.list()).hasSize(1);
        }
    }
}
