package io.waypost.watch.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.watch.log.LogSettings;
import io.waypost.watch.shard.ScanLogFixture;
import io.waypost.watch.sum.SumShelf;
import io.waypost.watch.sum.SumShelf.Fate;
import io.waypost.watch.timeline.TimelinePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums over the log are those of its scans, wherever it was cut, stopped and handed over. */
@DisplayName("P5 P6 sums over the log")
class EngineSumsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 31", "2, 32"})
    @DisplayName("count every scan once with any number of workers")
    void anyNumberOfWorkers(int workers, long seed) throws Exception {
        var fed = new Fed(ScanLogFixture.of(seed, 400));
        var shelf = new SumShelf();
        try (var engine = WatchEngine.open(settings(workers, 500), new Fed.Kept(), shelf, fed.clock::get)) {
            fed.describe(engine);
            fed.feed(engine, 0, fed.size());
            fed.finish(engine);
            assertThat(engine.state().troubles()).isEmpty();
        }
        assertThat(shelf.sums()).isEqualTo(fed.sums());
    }

    @ParameterizedTest
    @CsvSource({"33, 300, 1000000000", "34, 1000, 1000000000", "35, 1000000, 1000000000", "36, 1000000, 30000"})
    @DisplayName("go on where they were taken over last, with a log that was cut and a database that is away at times")
    void goesOn(long seed, long frames, long bytes) throws Exception {
        var replayDebt = new ReplayDebt(frames, bytes);
        var fed = new Fed(ScanLogFixture.of(seed, 400));
        var shelf = new SumShelf();
        var random = new Random(seed);
        int next = 0;
        for (int life = 0; next < fed.size(); life++) {
            try (var engine = WatchEngine.open(settings(1 + random.nextInt(2), replayDebt), new Fed.Kept(), shelf,
                    fed.clock::get)) {
                if (life == 0) {
                    fed.describe(engine);
                }
                shelf.next(List.of(fate(random), Fate.TAKEN, fate(random)));
                int until = Math.min(fed.size(), next + 1 + random.nextInt(fed.size() / 4));
                engine.awaitDurable(fed.feed(engine, next, until));
                next = until;
            }
        }
        try (var engine = WatchEngine.open(settings(2, replayDebt), new Fed.Kept(), shelf, fed.clock::get)) {
            fed.finish(engine);
        }
        assertThat(shelf.sums()).isEqualTo(fed.sums());
    }

    @Test
    @DisplayName("wait for a database that is away, and hold up nothing else")
    void nobodyTakesThem() throws Exception {
        var fed = new Fed(ScanLogFixture.of(36, 300));
        var shelf = new SumShelf();
        shelf.next(Collections.nCopies(10_000, Fate.REFUSED));
        var kept = new Fed.Kept();
        try (var engine = WatchEngine.open(settings(2, 200), kept, shelf,
                fed.clock::get)) {
            fed.describe(engine);
            fed.feed(engine, 0, fed.size());
            fed.finish(engine);
            assertThat(engine.state().troubles()).singleElement().asString().contains("The database is away.");
            assertThat(engine.state().stopped()).isFalse();
        }
        assertThat(kept.sorted()).isEqualTo(fed.expected());
        assertThat(shelf.offered()).as("it was tried").isPositive();
        var later = new SumShelf();
        try (var engine = WatchEngine.open(settings(1, 200), kept, later,
                fed.clock::get)) {
            fed.finish(engine);
        }
        assertThat(later.sums()).as("the log was kept for them").isEqualTo(fed.sums());
    }

    private static Fate fate(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Fate.TAKEN;
            case 1 -> Fate.REFUSED;
            default -> Fate.TAKEN_AND_NOT_ANSWERED;
        };
    }

    private EngineSettings settings(int workers, long replayedFrames) {
        return settings(workers, new ReplayDebt(replayedFrames, Long.MAX_VALUE));
    }

    private EngineSettings settings(int workers, ReplayDebt replayDebt) {
        var small = new LogSettings(16 << 10, 64 << 10, Duration.ofMillis(1), Duration.ofSeconds(1));
        return new EngineSettings(folder, workers, Duration.ofDays(Fed.REMEMBERED_DAYS), 600, replayDebt,
                new TimelineSettings(Duration.ofDays(400), 300, TimelinePlan.defaults()), small);
    }
}
