package io.waypost.core.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.ScanType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P6 What a site did, in whatever order its scans come")
class OutletCountTest {

    private static final Instant START = Instant.parse("2026-11-20T01:00:00Z");

    @Test
    void countsAWholeJourney() {
        var sums = OutletCount.of(List.of(
                scan(ScanType.ORDER_CREATED, 0, "A"),
                scan(ScanType.PICKED_UP, 1, "A"), scan(ScanType.DEPARTED, 2, "A"),
                scan(ScanType.ARRIVED, 3, "H"), scan(ScanType.DEPARTED, 4, "H"),
                scan(ScanType.ARRIVED, 5, "B"), scan(ScanType.OUT_FOR_DELIVERY, 6, "B"),
                scan(ScanType.SIGN_FAILED, 7, "B"), scan(ScanType.OUT_FOR_DELIVERY, 8, "B"),
                scan(ScanType.STATION_IN, 9, "B"), scan(ScanType.STATION_SIGNED, 10, "B")));
        assertThat(total(sums, "A")).isEqualTo(Map.of(OutletFlow.SCANNED, 2L, OutletFlow.ENTERED, 1L, OutletFlow.LEFT,
                1L, OutletFlow.SENT, 1L));
        assertThat(total(sums, "B")).isEqualTo(Map.of(OutletFlow.SCANNED, 6L, OutletFlow.ENTERED, 1L, OutletFlow.LEFT,
                1L, OutletFlow.OUT, 2L, OutletFlow.FAILED, 1L, OutletFlow.DELIVERED, 1L));
        assertThat(sums.held()).isEmpty();
    }

    @Test
    void aParcelLiesWhereItWasSeenLast() {
        var sums = OutletCount.of(List.of(scan(ScanType.ARRIVED, 3, "H"), scan(ScanType.UNLOADED, 70, "H"),
                scan(ScanType.CALL_MADE, 80, "B")));
        assertThat(sums.held()).isEqualTo(Map.of(new OutletSums.Held("H", START), 1L));
    }

    @Test
    void whatIsSeenElsewhereIsNoLongerHere() {
        var sums = OutletCount.of(List.of(scan(ScanType.ARRIVED, 3, "H"), scan(ScanType.ARRIVED, 9, "B")));
        assertThat(total(sums, "H")).containsEntry(OutletFlow.UNSEEN, 1L).containsEntry(OutletFlow.LEFT, 1L);
        assertThat(sums.held()).containsOnlyKeys(new OutletSums.Held("B", START));
    }

    @Test
    void aLateScanCorrectsWhatWasCountedWithoutIt() {
        var arrived = scan(ScanType.ARRIVED, 3, "H");
        var left = scan(ScanType.DEPARTED, 5, "H");
        var next = scan(ScanType.ARRIVED, 9, "B");
        var without = OutletCount.of(List.of(arrived, next));
        var correction = OutletCount.of(List.of(arrived, left, next)).minus(without);
        assertThat(total(correction, "H")).isEqualTo(Map.of(OutletFlow.SCANNED, 1L, OutletFlow.SENT, 1L,
                OutletFlow.UNSEEN, -1L));
        assertThat(without.plus(correction)).isEqualTo(OutletCount.of(List.of(arrived, left, next)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shufflingSplittingAndRepeatingChangeNothing(long seed) {
        var random = new Random(seed);
        var scans = drawn(random, 30);
        var expected = OutletCount.of(scans);
        for (int round = 0; round < 20; round++) {
            var repeated = new ArrayList<>(scans);
            repeated.addAll(scans.subList(0, random.nextInt(scans.size())));
            Collections.shuffle(repeated, random);
            var known = new ArrayList<OutletScan>();
            var sums = OutletSums.NONE;
            while (!repeated.isEmpty()) {
                var batch = repeated.subList(0, Math.min(repeated.size(), 1 + random.nextInt(7)));
                var before = OutletCount.of(known);
                known.addAll(batch);
                sums = sums.plus(OutletCount.of(known).minus(before));
                batch.clear();
            }
            assertThat(sums).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void whatCameAndHasNotLeftIsThere(long seed) {
        var sums = OutletCount.of(drawn(new Random(seed), 40));
        for (var site : List.of("S0", "S1", "S2")) {
            var total = total(sums, site);
            long there = sums.held().entrySet().stream().filter(held -> held.getKey().site().equals(site))
                    .mapToLong(Map.Entry::getValue).sum();
            assertThat(total.getOrDefault(OutletFlow.ENTERED, 0L) - total.getOrDefault(OutletFlow.LEFT, 0L))
                    .as("seed %d site %s", seed, site).isEqualTo(there);
        }
    }

    @Test
    void readsTheCouriersWords() {
        assertThat(FailureReason.of(ScanType.SIGN_FAILED, "电话无人接听")).isEqualTo(FailureReason.TELEPHONE);
        assertThat(FailureReason.of(ScanType.SIGN_FAILED, "无人在家")).isEqualTo(FailureReason.NOBODY_THERE);
        assertThat(FailureReason.of(ScanType.PROBLEM, "地址不详")).isEqualTo(FailureReason.ADDRESS);
        assertThat(FailureReason.of(ScanType.REJECTED, null)).isEqualTo(FailureReason.REFUSED);
        assertThat(FailureReason.of(ScanType.PROBLEM, null)).isEqualTo(FailureReason.OTHER);
    }

    private static List<OutletScan> drawn(Random random, int count) {
        var types = List.of(ScanType.values());
        var scans = new ArrayList<OutletScan>();
        for (int i = 0; i < count; i++) {
            scans.add(scan(types.get(random.nextInt(types.size())), random.nextInt(200), "S" + random.nextInt(3)));
        }
        return scans;
    }

    private static OutletScan scan(ScanType type, int minute, String site) {
        return new OutletScan(type, START.plus(Duration.ofMinutes(minute)), site);
    }

    private static Map<OutletFlow, Long> total(OutletSums sums, String site) {
        var total = new java.util.HashMap<OutletFlow, Long>();
        sums.flows().forEach((flow, count) -> {
            if (flow.site().equals(site)) {
                total.merge(flow.kind(), count, Long::sum);
            }
        });
        total.values().removeIf(count -> count == 0);
        return total;
    }
}
