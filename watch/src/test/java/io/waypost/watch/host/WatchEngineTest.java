package io.waypost.watch.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.core.watch.SiteIndex;
import io.waypost.watch.log.LogSettings;
import io.waypost.watch.shard.ScanLogFixture;
import io.waypost.watch.table.WaybillKey;
import io.waypost.watch.timeline.TimelinePlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine finds what the written rule finds, whatever it runs on and however often it stops. */
@DisplayName("P3 the embedded engine")
class WatchEngineTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 600, 2", "8, 86400, 3", "3, 30, 4"})
    @DisplayName("finds what the written rule finds with any number of workers")
    void anyNumberOfWorkers(int workers, int sweepEvery, long seed) throws Exception {
        var fed = new Fed(ScanLogFixture.of(seed, 600));
        var kept = new Fed.Kept();
        var engine = WatchEngine.open(settings(workers, sweepEvery, ReplayDebt.defaults()), kept, fed.clock::get);
        try (engine) {
            fed.describe(engine);
            fed.feed(engine, 0, fed.size());
            fed.finish(engine);
            fed.assertTimelines(engine);
        }
        assertThat(kept.sorted()).isEqualTo(fed.expected());
        var state = engine.state();
        assertThat(state.troubles()).isEmpty();
        assertThat(state.applied()).isEqualTo(state.durable());
        assertThat(state.findings()).isEqualTo(kept.sorted().size());
    }

    @Test
    @DisplayName("writes shards down while bytes pass, however few the frames are that they came in")
    void writesDownByBytes() throws Exception {
        var fed = new Fed(ScanLogFixture.of(10, 600));
        try (var engine = WatchEngine.open(settings(2, 600, new ReplayDebt(1_000_000, 20_000)), new Fed.Kept(),
                fed.clock::get)) {
            fed.describe(engine);
            long last = fed.feed(engine, 0, fed.size());
            // A worker answers before it writes down, so that its second answer is behind that.
            for (long key : new long[]{0, 1, 0, 1}) {
                engine.look(key, last).get();
            }
            // Only names are looked at: the other worker may be giving a file its lasting name meanwhile.
            try (var files = Files.list(folder.resolve("shards"))) {
                assertThat(files.filter(file -> file.getFileName().toString().startsWith("shard-"))).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 50, 1000000000", "6, 400, 1000000000", "7, 5, 1000000000", "8, 1000000, 20000", "9, 1000000, 500"})
    @DisplayName("goes on where it stopped, with another number of workers and a log that was cut")
    void goesOn(long seed, long frames, long bytes) throws Exception {
        var replayDebt = new ReplayDebt(frames, bytes);
        var fed = new Fed(ScanLogFixture.of(seed, 600));
        var kept = new Fed.Kept();
        var random = new Random(seed);
        int next = 0;
        boolean first = true;
        while (next < fed.size()) {
            var settings = settings(1 + random.nextInt(5), 1 + random.nextInt(4_000), replayDebt);
            try (var engine = WatchEngine.open(settings, kept, fed.clock::get)) {
                if (first) {
                    fed.describe(engine);
                    first = false;
                }
                int until = Math.min(fed.size(), next + 1 + random.nextInt(fed.size() / 3));
                fed.feed(engine, next, until);
                next = until;
            }
        }
        assertThat(folder.resolve("book")).as("the log was cut").exists();
        try (var engine = WatchEngine.open(settings(2, 60, replayDebt), kept, fed.clock::get)) {
            fed.finish(engine);
            fed.assertTimelines(engine);
        }
        assertThat(kept.sorted()).isEqualTo(fed.expected());
    }

    @Test
    @DisplayName("keeps findings until they are taken over")
    void sinkThatFails() throws Exception {
        var fed = new Fed(ScanLogFixture.of(11, 300));
        var kept = new Fed.Kept();
        var refusals = new AtomicInteger(3);
        FindingSink sink = findings -> {
            if (refusals.getAndDecrement() > 0) {
                throw new IllegalStateException("The database is away.");
            }
            kept.deliver(findings);
        };
        try (var engine = WatchEngine.open(settings(1, 1, 100), sink, fed.clock::get)) {
            fed.describe(engine);
            fed.feed(engine, 0, fed.size());
            fed.finish(engine);
            while (refusals.get() >= 0) {
                Thread.sleep(10);
            }
        }
        assertThat(refusals.get()).isNegative();
        assertThat(kept.sorted()).isEqualTo(fed.expected());
    }

    @Test
    @DisplayName("goes on while nobody takes findings over, and finds them again after it stopped")
    void nobodyTookOver() throws Exception {
        var fed = new Fed(ScanLogFixture.of(13, 300));
        FindingSink away = _ -> {
            throw new IllegalStateException("The database is away.");
        };
        try (var engine = WatchEngine.open(settings(2, 1, 1), away, fed.clock::get)) {
            fed.describe(engine);
            fed.feed(engine, 0, fed.size());
            fed.finish(engine);
        }
        var kept = new Fed.Kept();
        try (var engine = WatchEngine.open(settings(1, 1, 1), kept, fed.clock::get)) {
            fed.finish(engine);
        }
        assertThat(kept.sorted()).isEqualTo(fed.expected());
    }

    @Test
    @DisplayName("answers what a parcel is like after one's own scan")
    void looks() throws Exception {
        var clock = new AtomicInteger(1_780_000_000);
        long key = WaybillKey.of("YT7000000000001");
        try (var engine = WatchEngine.open(settings(2, 60, 100), new Fed.Kept(), clock::get)) {
            engine.limits(DefaultLimits.table());
            int site = engine.site(new SiteIndex.Site("O440106-001", true, "440106"));
            var batch = new ScanBatch();
            batch.add(key, scan(clock.get() - 60, site), 0, 0);
            long lsn = engine.append(batch);
            var look = engine.look(key, lsn).get();
            assertThat(look).isNotNull();
            assertThat(look.lastAt()).isEqualTo(clock.get() - 60);
            assertThat(look.lastArrival()).isEqualTo(clock.get());
            assertThat(look.next()).isGreaterThan(clock.get());
            assertThat(engine.look(WaybillKey.of("YT7000000000002"), lsn).get()).isNull();
        }
    }

    @Test
    @DisplayName("refuses scans before there are limits, and limits for a time that is over")
    void refuses() throws Exception {
        var clock = new AtomicInteger((int) DefaultLimits.table().effectiveFrom().getEpochSecond() + 86_400);
        try (var engine = WatchEngine.open(settings(1, 60, 100), new Fed.Kept(), clock::get)) {
            assertThatThrownBy(() -> engine.append(new ScanBatch())).hasMessageContaining("table of limits");
            engine.limits(DefaultLimits.table());
            assertThatThrownBy(() -> engine.limits(DefaultLimits.table())).hasMessageContaining("now or later");
        }
    }

    @Test
    @DisplayName("does not begin without the snapshots that the cut log needs")
    void needsItsSnapshots() throws Exception {
        var fed = new Fed(ScanLogFixture.of(12, 200));
        try (var engine = WatchEngine.open(settings(1, 600, 5), new Fed.Kept(), fed.clock::get)) {
            fed.describe(engine);
            fed.feed(engine, 0, fed.size());
        }
        try (var engine = WatchEngine.open(settings(1, 600, 5), new Fed.Kept(), fed.clock::get)) {
            fed.finish(engine);
        }
        assertThat(folder.resolve("book")).exists();
        try (var files = Files.list(folder.resolve("shards"))) {
            for (var file : files.filter(path -> path.getFileName().toString().startsWith("shard-007")).toList()) {
                Files.delete(file);
            }
        }
        assertThatThrownBy(() -> WatchEngine.open(settings(1, 600, 5), new Fed.Kept(), fed.clock::get))
                .isInstanceOf(EngineFailure.class).hasMessageContaining("Shard 7");
    }

    @Test
    @DisplayName("lets nobody else open its folder")
    void oneAtATime() throws Exception {
        try (var _ = WatchEngine.open(settings(1, 60, 100), new Fed.Kept(), () -> 1)) {
            assertThatThrownBy(() -> WatchEngine.open(settings(1, 60, 100), new Fed.Kept(), () -> 1))
                    .hasMessageContaining("open elsewhere");
        }
    }

    private static CompactScan scan(int at, int site) {
        var scan = new CompactScan();
        scan.at = at;
        scan.type = ScanType.ARRIVED.code();
        scan.stage = ScanType.ARRIVED.stage(true, false).code();
        scan.site = site;
        return scan;
    }

    private EngineSettings settings(int workers, int sweepEvery, long replayedFrames) {
        return settings(workers, sweepEvery, new ReplayDebt(replayedFrames, Long.MAX_VALUE));
    }

    private EngineSettings settings(int workers, int sweepEvery, ReplayDebt replayDebt) {
        var small = new LogSettings(16 << 10, 64 << 10, Duration.ofMillis(1), Duration.ofSeconds(1));
        return new EngineSettings(folder, workers, Duration.ofDays(Fed.REMEMBERED_DAYS), sweepEvery, replayDebt,
                new TimelineSettings(Duration.ofDays(400), 700, TimelinePlan.defaults()), small);
    }
}
