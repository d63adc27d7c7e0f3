package io.waypost.watch.sum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.CompactScan;
import io.waypost.watch.record.Records;
import io.waypost.watch.record.ScanRow;
import io.waypost.watch.table.Shards;
import io.waypost.watch.table.WaybillKey;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted depends on the log alone: not on stretches, on what was written down when, or on what was forgotten when. */
@DisplayName("P5 P6 counting the scans of a log")
class ScanCountTest {

    private static final int START = 1_790_000_000;
    private static final int DAY = 86_400;
    private static final ScanType[] TYPES = ScanType.values();

    @TempDir
    private Path folder;

    private record Frame(int shard, int arrival, ByteBuffer payload) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void dependsOnNothingButTheLog(long seed) throws Exception {
        var random = new Random(seed);
        var frames = frames(random);
        var whole = new HashMap<String, List<Long>>();
        try (var count = ScanCount.restore(Files.createDirectories(folder.resolve("a")), 0)) {
            for (int i = 0; i < frames.size(); i++) {
                apply(count, frames, i, true);
            }
            take(whole, count, 0, frames.size());
        }
        var pieces = new HashMap<String, List<Long>>();
        int taken = 0;
        while (taken < frames.size()) {
            try (var count = ScanCount.restore(Files.createDirectories(folder.resolve("b")), 0)) {
                assertThat(count.restored()).isLessThanOrEqualTo(taken);
                for (int i = Math.toIntExact(count.readAfter()); i < taken; i++) {
                    apply(count, frames, i, false);
                }
                int end = Math.min(frames.size(), taken + 1 + random.nextInt(frames.size() / 3));
                int from = taken;
                for (int i = taken; i < end; i++) {
                    apply(count, frames, i, true);
                    if (random.nextInt(40) == 0) {
                        take(pieces, count, from, i + 1);
                        taken = i + 1;
                        count.writeDown(taken, frames.get(i).arrival, random.nextInt(3), taken - from, 500);
                        from = taken;
                    }
                }
                // What was counted since is lost with the process, and counted again.
            }
            if (random.nextInt(3) == 0 || frames.size() - taken < 100) {
                try (var count = ScanCount.restore(folder.resolve("b"), 0)) {
                    for (int i = Math.toIntExact(count.readAfter()); i < frames.size(); i++) {
                        apply(count, frames, i, i >= taken);
                    }
                    take(pieces, count, taken, frames.size());
                    taken = frames.size();
                }
            }
        }
        assertThat(SumShelf.withoutZeros(pieces)).isEqualTo(SumShelf.withoutZeros(whole));
    }

    @Test
    void aParcelThatIsForgottenBeginsAnewAndItsOldScansTellNothing() throws Exception {
        long key = WaybillKey.of("YT7000000000001");
        var frames = new ArrayList<Frame>();
        frames.add(frame(START, key, ScanType.ARRIVED, START, 5));
        frames.add(frame(START + 60, key, ScanType.SIGNED, START + 60, 5));
        int later = START + 4 * DAY;
        frames.add(frame(later, key, ScanType.SIGNED, START + 60, 5));
        frames.add(frame(later, key, ScanType.PICKED_UP, later - 60, 6));
        var sums = new HashMap<String, List<Long>>();
        try (var count = ScanCount.restore(folder, 0)) {
            for (int i = 0; i < frames.size(); i++) {
                apply(count, frames, i, true);
            }
            var all = count.sums(0, 4);
            assertThat(all.work()).extracting(ScanSums.SiteWork::site, work -> work.counts().size())
                    .containsExactlyInAnyOrder(tuple(5, 4),
                            tuple(6, 2));
            assertThat(all.held()).extracting(ScanSums.SiteHeld::site, ScanSums.SiteHeld::parcels)
                    .containsExactly(tuple(6, 1L));
            take(sums, count, 0, 4);
        }
        assertThat(sums.keySet().stream().filter(name -> name.startsWith("S5"))).as("it is late all the same")
                .hasSize(3);
    }

    private static void apply(ScanCount count, List<Frame> frames, int number, boolean counts) {
        var frame = frames.get(number);
        count.apply(frame.shard, number + 1, frame.payload, frame.arrival, counts);
    }

    private static void take(Map<String, List<Long>> into, ScanCount count, long after, long upTo) {
        SumShelf.rows(count.sums(after, upTo)).forEach((name, row) -> SumShelf.add(into, name, row));
        count.clear();
    }

    private static Frame frame(int arrival, long key, ScanType type, int at, int site) {
        return new Frame(Shards.of(key), arrival, Records.scan(key, scan(type, at, site), 7, 0));
    }

    /** Some weeks of some parcels that are scanned at random, late, twice, and again long after their end. */
    private static List<Frame> frames(Random random) {
        var keys = new ArrayList<Long>();
        for (int i = 0; i < 300; i++) {
            keys.add(WaybillKey.of("YT%013d".formatted(7_000_000_000_000L + i)));
        }
        var frames = new ArrayList<Frame>();
        int arrival = START;
        for (int i = 0; i < 2_000; i++) {
            arrival += random.nextInt(2_500);
            int shard = Shards.of(keys.get(random.nextInt(keys.size())));
            var here = keys.stream().filter(key -> Shards.of(key) == shard).toList();
            int scans = 1 + random.nextInt(150);
            var rows = Records.frameOfScans(scans);
            for (int scan = 0; scan < scans; scan++) {
                int late = random.nextInt(5) == 0 ? random.nextInt(8 * DAY) : random.nextInt(3) * 600;
                ScanRow.put(rows, here.get(random.nextInt(here.size())),
                        scan(TYPES[random.nextInt(TYPES.length)], (arrival - late) / 600 * 600, 1 + random.nextInt(4)),
                        random.nextInt(3), 0);
            }
            frames.add(new Frame(shard, arrival, rows.flip()));
        }
        return frames;
    }

    private static CompactScan scan(ScanType type, int at, int site) {
        var scan = new CompactScan();
        scan.type = type.code();
        scan.at = at;
        scan.site = site;
        return scan;
    }
}
