package io.waypost.watch.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.ParcelState;
import io.waypost.core.watch.Pause;
import io.waypost.watch.table.SnapshotFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shard that was written down goes on as if it had lived, what lies beside its rows included. */
@DisplayName("P3 a shard that was written down")
class ShardSnapshotTest {

    private static final int NUMBER = 3;
    private static final int REMEMBERED = 15 * 86_400;

    @TempDir
    private Path folder;

    private final ScanLogFixture log = ScanLogFixture.of(31, 40);
    private final List<CompactScan> first = new ArrayList<>();
    private final List<String> found = new ArrayList<>();
    private final ShardFindings out = new ShardFindings() {
        @Override
        public void raised(long key, ParcelState state, int at) {
            found.add(ScanLogFixture.raised(key, state.lastAt, at));
        }

        @Override
        public void cleared(long key, ParcelState before, int at, ClearCause cause) {
            found.add(ScanLogFixture.cleared(key, at, cause));
        }

        @Override
        public void suspected(long key, ParcelState state, int at) {
            found.add(ScanLogFixture.suspected(key, at));
        }
    };
    private long key;

    @BeforeEach
    void firstScan() {
        log.forEach((parcel, scan) -> {
            if (first.isEmpty()) {
                key = parcel;
                var kept = new CompactScan();
                kept.at = scan.at;
                kept.arrival = scan.arrival;
                kept.type = scan.type;
                kept.stage = scan.stage;
                kept.site = scan.site;
                kept.nextSite = scan.nextSite;
                kept.lane = scan.lane;
                first.add(kept);
            }
        });
    }

    @Test
    @DisplayName("remembers pauses that people gave")
    void pauses() throws Exception {
        int never = deadlineWithoutPause();
        try (var restored = Shard.restore(files(), NUMBER, REMEMBERED).shard()) {
            assertThat(next(restored)).isEqualTo(never + 7 * 86_400);
            restored.sweep(log.watch(), never + 86_400, out);
            assertThat(found).isEmpty();
            restored.sweep(log.watch(), never + 8 * 86_400, out);
            assertThat(found).hasSize(1);
        }
    }

    @Test
    @DisplayName("is passed over when what lies beside the rows is damaged, for the one before")
    void damaged() throws Exception {
        int without = deadlineWithoutPause();
        var newest = newest();
        var bytes = Files.readAllBytes(newest);
        bytes[bytes.length - 1] ^= 1;
        Files.write(newest, bytes);
        var restored = Shard.restore(files(), NUMBER, REMEMBERED);
        try (var shard = restored.shard()) {
            assertThat(restored.lsn()).isEqualTo(10);
            assertThat(restored.skipped()).hasSize(1);
            assertThat(next(shard)).isEqualTo(without);
        }
    }

    @Test
    @DisplayName("is passed over when its end is missing")
    void truncated() throws Exception {
        deadlineWithoutPause();
        var newest = newest();
        var bytes = Files.readAllBytes(newest);
        Files.write(newest, Arrays.copyOf(bytes, bytes.length - 1));
        var restored = Shard.restore(files(), NUMBER, REMEMBERED);
        restored.shard().close();
        assertThat(restored.lsn()).isEqualTo(10);
    }

    /** Writes the shard down twice, as of 10 without and as of 20 with a pause of a week; gives back the deadline without. */
    private int deadlineWithoutPause() throws Exception {
        try (var shard = new Shard(16, REMEMBERED)) {
            var scan = first.getFirst();
            shard.scanned(log.watch(), key, scan, out);
            shard.write(files(), NUMBER, 10);
            int deadline = next(shard);
            var from = Instant.ofEpochSecond(scan.at);
            shard.rests(log.watch(), key, new Pause("P1", Pause.Reason.CUSTOMS, from, from.plus(Duration.ofDays(7)),
                    Pause.By.PERSON), scan.arrival, out);
            shard.write(files(), NUMBER, 20);
            return deadline;
        }
    }

    private int next(Shard shard) {
        var next = shard.look(log.watch(), key, (_, due) -> due);
        return next == null ? 0 : next;
    }

    private SnapshotFiles files() {
        return new SnapshotFiles(folder, NUMBER);
    }

    private Path newest() throws Exception {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().contains("20.table")).findFirst().orElseThrow();
        }
    }
}
