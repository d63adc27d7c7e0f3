package io.waypost.watch.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.watch.timeline.MemoryStorage.Loss;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("P3 The timelines outlive a crash at any point")
class TimelineCrashTest {

    private static final TimelinePlan PLAN = new TimelinePlan(4 * 3600, 24 * 3600, 8 * 3600, true);
    private static final int ROUNDS = 45;
    private static final int DAY = 24 * 3600;

    private int cut = Integer.MIN_VALUE;

    /** Up to here the log need not be kept. */
    private long promised;

    @ParameterizedTest
    @EnumSource
    void ofTheMachine(Loss loss) throws IOException {
        int operations = operations();
        for (int operation = 1; operation <= operations; operation++) {
            var storage = new MemoryStorage();
            storage.failAt(operation, true);
            var model = run(storage, false);
            var restarted = storage.restarted(loss);
            var store = TimelineStore.open(restarted, PLAN);
            assertThat(store.sealedLsn()).isGreaterThanOrEqualTo(promised);
            model.replay(store);
            model.check(store, cut);
            assertOnlyNamedFiles(restarted, store);
            store.seal();
            while (store.merge()) {
                model.check(store, cut);
            }
            store.retain(cut);
            model.check(store, cut);
            assertOnlyNamedFiles(restarted, store);
        }
    }

    @Test
    void orAFailureThatPasses() throws IOException {
        int operations = operations();
        for (int operation = 1; operation <= operations; operation++) {
            var storage = new MemoryStorage();
            storage.failAt(operation, false);
            var model = run(storage, true);
            var store = TimelineStore.open(storage.restarted(Loss.ALL), PLAN);
            assertThat(store.sealedLsn()).isGreaterThanOrEqualTo(promised);
            model.replay(store);
            model.check(store, cut);
        }
    }

    @Test
    void betweenAFailedSealAndTheNext() throws IOException {
        var storage = new MemoryStorage();
        var model = new StoreModel(22, 12);
        var store = TimelineStore.open(storage, PLAN);
        append(store, model, 3);
        storage.failAt(1, false);
        assertThatThrownBy(store::seal).isInstanceOf(IOException.class);
        append(store, model, 3);
        model.check(store, cut);
        // It seals what it tried to seal before; what came meanwhile is still the log's.
        assertThat(store.seal()).isTrue();
        assertThat(store.sealedLsn()).isLessThan(store.appendedLsn());
        model.check(store, cut);
        var reopened = TimelineStore.open(storage.restarted(Loss.ALL), PLAN);
        model.replay(reopened);
        model.check(reopened, cut);
        assertThat(store.seal()).isTrue();
        assertThat(store.sealedLsn()).isEqualTo(store.appendedLsn());
        assertThat(store.tailEvents()).isZero();
        model.check(store, cut);
    }

    private static void append(TimelineStore store, StoreModel model, int pieces) {
        for (int i = 0; i < pieces; i++) {
            var piece = model.grow();
            store.append(piece.batch(), piece.lsn());
        }
    }

    private int operations() throws IOException {
        var storage = new MemoryStorage();
        run(storage, false);
        assertThat(storage.operations()).isGreaterThan(150);
        return storage.operations();
    }

    /** Appends, seals, merges and drops until the end or the first failure, or tries again after it. */
    private StoreModel run(MemoryStorage storage, boolean again) throws IOException {
        cut = Integer.MIN_VALUE;
        promised = -1;
        var model = new StoreModel(21, 12);
        TimelineStore store = null;
        for (int round = 0; round < ROUNDS; round++) {
            model.grow();
            boolean failed = false;
            do {
                try {
                    if (store == null) {
                        store = TimelineStore.open(storage, PLAN);
                    }
                    step(store, model, round);
                    failed = false;
                } catch (IOException _) {
                    if (!again) {
                        return model;
                    }
                    assertThat(failed).isFalse();
                    failed = true;
                    if (store != null) {
                        model.check(store, cut);
                    }
                }
            } while (failed);
        }
        model.check(Objects.requireNonNull(store), cut);
        return model;
    }

    private void step(TimelineStore store, StoreModel model, int round) throws IOException {
        model.replay(store);
        if (round % 2 == 0) {
            store.seal();
            promised = store.sealedLsn();
        }
        store.merge();
        if (round % 10 == 9) {
            cut = Math.max(cut, model.now() - 2 * DAY);
            store.retain(cut);
        }
    }

    private static void assertOnlyNamedFiles(MemoryStorage storage, TimelineStore store) throws IOException {
        var named = new ArrayList<>(store.segments().stream().map(SegmentInfo::file).toList());
        List<String> files = storage.list();
        files.stream().filter(file -> file.startsWith("manifest-")).forEach(named::add);
        assertThat(files).containsExactlyInAnyOrderElementsOf(named);
        assertThat(files).filteredOn(file -> file.startsWith("manifest")).hasSizeLessThanOrEqualTo(1);
    }
}
