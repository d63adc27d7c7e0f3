package io.waypost.watch.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.ParcelState;
import io.waypost.watch.table.ParcelTable;
import io.waypost.watch.table.Shards;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("P3 shards find what the written rule finds, however the scans are cut and whenever they are swept")
class ShardTest {

    private static final int DAYS = 24 * 3600;

    @ParameterizedTest
    @CsvSource({"1, 1, 15", "2, 8, 15", "3, 128, 15", "4, 8, 1"})
    void theSameFindings(long seed, int shards, int remembered) {
        var log = ScanLogFixture.of(seed, 4_000);
        var expected = log.expected(remembered * DAYS);
        assertThat(expected).hasSizeGreaterThan(800);
        for (int sweepEvery : new int[]{60, 3600, 40 * 3600, Integer.MAX_VALUE}) {
            var found = run(log, shards, remembered * DAYS, sweepEvery);
            assertThat(found).as("swept every %d s", sweepEvery).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void whatIsOverIsForgottenAndADeadlineIsNeverLate() {
        var log = ScanLogFixture.of(5, 2_000);
        try (var shard = new Shard(16, DAYS)) {
            var findings = new Found();
            log.forEach((key, scan) -> {
                shard.scanned(log.watch(), key, scan, findings);
                assertThat(shard.earliest()).isGreaterThan(0);
            });
            shard.sweep(log.watch(), log.end() + 400 * DAYS, findings);
            shard.sweep(log.watch(), log.end() + 401 * DAYS, findings);
            assertThat(shard.parcels()).as("those that were never delivered stay").isEqualTo(log.unfinished());
            assertThat(shard.earliest()).isEqualTo(ParcelTable.NONE);
        }
    }

    private static List<String> run(ScanLogFixture log, int count, int remembered, int sweepEvery) {
        var shards = new ArrayList<Shard>();
        for (int i = 0; i < count; i++) {
            shards.add(new Shard(4, remembered));
        }
        var findings = new Found();
        var random = new Random(sweepEvery);
        int[] next = {log.start()};
        log.forEach((key, scan) -> {
            while (next[0] <= scan.arrival) {
                int now = next[0];
                shards.forEach(shard -> shard.sweep(log.watch(), now, findings));
                next[0] = sweepEvery == Integer.MAX_VALUE ? Integer.MAX_VALUE : now + 1 + random.nextInt(sweepEvery);
            }
            shards.get(Shards.of(key) % count).scanned(log.watch(), key, scan, findings);
        });
        shards.forEach(shard -> shard.sweep(log.watch(), log.end(), findings));
        shards.forEach(Shard::close);
        return findings.lines;
    }

    /** Findings as lines that can be compared. */
    private static final class Found implements ShardFindings {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void raised(long key, ParcelState state, int at) {
            lines.add(ScanLogFixture.raised(key, state.lastAt, at));
        }

        @Override
        public void cleared(long key, ParcelState before, int at, ClearCause cause) {
            lines.add(ScanLogFixture.cleared(key, at, cause));
        }

        @Override
        public void suspected(long key, ParcelState state, int at) {
            lines.add(ScanLogFixture.suspected(key, at));
        }
    }
}
