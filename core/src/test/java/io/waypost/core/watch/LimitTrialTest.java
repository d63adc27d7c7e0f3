package io.waypost.core.watch;

import static io.waypost.core.watch.WatchFixture.FAR;
import static io.waypost.core.watch.WatchFixture.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.LimitTrial.Arrived;
import io.waypost.core.watch.LimitTrial.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("P8 What another limit would have made of last week's scans")
class LimitTrialTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @Test
    void aLongerLimitDropsWarningsOrRaisesThemLater() {
        var pairs = trial(24, 36, 500, arrivals(0, 20, 50, 90, 130));
        assertThat(pairs).extracting(Pair::silentSince).containsExactly(hour(20), hour(50), hour(90), hour(130));
        assertThat(pairs.getFirst()).satisfies(dropped -> {
            assertThat(dropped.base()).isEqualTo(hour(44));
            assertThat(dropped.tried()).isNull();
            assertThat(dropped.movedAt()).isEqualTo(hour(50));
            assertThat(dropped.cause()).isEqualTo(ClearCause.RESUMED);
            assertThat(dropped.later()).isZero();
        });
        assertThat(pairs.get(1)).satisfies(later -> {
            assertThat(later.base()).isEqualTo(hour(74));
            assertThat(later.tried()).isEqualTo(hour(86));
            assertThat(later.later()).isEqualTo(Duration.ofHours(12));
        });
        assertThat(pairs.getLast().movedAt()).as("silent at the end").isNull();
    }

    @Test
    void aShorterLimitAddsWarningsAndOnlyThoseOfTheSpanCount() {
        assertThat(trial(36, 24, 500, arrivals(0, 30, 100))).extracting(Pair::base)
                .containsExactly(null, hour(66), hour(136));
        assertThat(trial(36, 24, 120, arrivals(0, 30, 100))).as("the log ends before the last limit").hasSize(2);
        var late = LimitTrial.of(WatchFixture.WAYBILL, arrivals(0, 30, 100), watch(36), watch(24), hour(60), hour(500));
        assertThat(late).extracting(Pair::silentSince).containsExactly(hour(30), hour(100));
    }

    @Test
    void whatCameInAfterTheEndOfTheLogIsNotKnown() {
        assertThat(trial(24, 36, 50, arrivals(0, 20, 60))).singleElement().satisfies(pair -> {
            assertThat(pair.base()).isEqualTo(hour(44));
            assertThat(pair.movedAt()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameTableChangesNothing(long seed) {
        assertThat(trial(30, 30, 3000, journey(new Random(seed)))).as("seed %d", seed)
                .allSatisfy(pair -> assertThat(pair.base()).isNotNull().isEqualTo(pair.tried()));
    }

    /** With scans that arrive at once, a silence is warned of exactly where the gap is longer than the limit. */
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTheGapsThemselves(long seed) {
        var random = new Random(seed);
        var hours = new ArrayList<Double>();
        double at = 0;
        for (int i = 0; i < 30; i++) {
            hours.add(at);
            at += random.nextInt(1, 70) + 0.5;
        }
        double base = 24 + random.nextInt(20);
        double tried = 24 + random.nextInt(20);
        var scans = arrivals(hours.stream().mapToDouble(Double::doubleValue).toArray());
        var pairs = trial(base, tried, at, scans);
        hours.add(at);
        for (int i = 0; i + 1 < hours.size(); i++) {
            double gap = hours.get(i + 1) - hours.get(i);
            var since = hour(hours.get(i));
            var pair = pairs.stream().filter(one -> one.silentSince().equals(since)).toList();
            assertThat(pair.stream().anyMatch(one -> one.base() != null)).as("seed %d gap %s", seed, gap)
                    .isEqualTo(gap > base);
            assertThat(pair.stream().anyMatch(one -> one.tried() != null)).as("seed %d gap %s", seed, gap)
                    .isEqualTo(gap > tried);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreTimeNeverWarnsEarlierOrOfMore(long seed) {
        var pairs = trial(26, 40, 3000, journey(new Random(seed)));
        assertThat(pairs).as("seed %d", seed).allSatisfy(pair -> {
            assertThat(pair.base()).isNotNull();
            assertThat(pair.later()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
    }

    private static List<Pair> trial(double base, double tried, double until, List<Arrived> scans) {
        return LimitTrial.of(WatchFixture.WAYBILL, scans, watch(base), watch(tried), Instant.EPOCH, hour(until));
    }

    private static SilenceWatch watch(double hours) {
        var rows = WatchFixture.rows().stream().map(row -> new LimitRow(row.key(), hours, row.basis(), null, null, null,
                "test", "test", Instant.EPOCH)).toList();
        return new SilenceWatch(new LimitBook(List.of(WatchFixture.table(1, Instant.EPOCH, rows))),
                PauseRules.defaults(), ClosureBook.NONE);
    }

    private static List<Arrived> arrivals(double... hours) {
        return DoubleStream.of(hours).mapToObj(at -> arrived(WatchFixture.scan(ScanType.ARRIVED, at))).toList();
    }

    private static List<Arrived> journey(Random random) {
        var scans = new ArrayList<LastScan>();
        double at = 0;
        for (int i = 0; i < 20; i++) {
            at += random.nextDouble(0, 60);
            double lag = random.nextDouble() < 0.2 ? random.nextDouble(0, 40) : 0.01;
            var type = random.nextBoolean() ? ScanType.ARRIVED : ScanType.DEPARTED;
            scans.add(WatchFixture.scan(type, at, at + lag, "H4401", null, FAR));
        }
        return scans.stream().sorted(Comparator.comparing(LastScan::arrivedAt)).map(LimitTrialTest::arrived).toList();
    }

    private static Arrived arrived(LastScan scan) {
        return new Arrived(scan, false, scan.arrivedAt());
    }
}
