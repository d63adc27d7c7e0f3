package io.waypost.core.watch;

import static io.waypost.core.watch.WatchFixture.FAR;
import static io.waypost.core.watch.WatchFixture.START;
import static io.waypost.core.watch.WatchFixture.hour;
import static io.waypost.core.watch.WatchFixture.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.calendar.Holidays;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.Limit.Kind;
import io.waypost.core.watch.LimitRow.Basis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("P3 Limits are rows that explain themselves")
class LimitsTest {

    @ParameterizedTest
    @CsvSource({"SENT_TO_HUB,SAME_CITY,44", "SENT_TO_HUB,ADJACENT,54", "DEPARTED,ADJACENT,44", "DEPARTED,FAR,54",
            "DEPARTED,REMOTE,100",
            "SENT_TO_OUTLET,SAME_PROVINCE,44", "ARRIVED_HUB,FAR,51", "HANDLED,FAR,51"})
    void allowsTheRoadWhatTheTradeNeeds(Stage stage, LaneClass laneClass, double hours) {
        var limit = limit(DefaultLimits.rows(),
                new LastScan(ScanType.DEPARTED, START, START, "H4401", stage, "H5101", null,
                        new Lane(laneClass, "440000", "510000")));
        assertThat(limit.hours()).isEqualTo(hours);
        assertThat(limit.floorHours()).isEqualTo(24);
    }

    @Test
    void partsAddUp() {
        var policy = LimitPolicy.defaults();
        var limits = new Limits(3, Instant.EPOCH, DefaultLimits.rows(), policy, Holidays.china(),
                Map.of("O440106-001", 2.0));
        for (var type : ScanType.values()) {
            for (int hour = 0; hour < 24 * 120; hour += 7) {
                var scan = new LastScan(type, hour(hour), hour(hour), "O440106-001", type.stage(true, false), null,
                        null, FAR);
                limits.limit(scan)
                        .ifPresent(limit -> assertThat(limit.parts().stream().mapToDouble(Limit.Part::hours).sum())
                                .isEqualTo(limit.hours(), Offset.offset(0.02)));
            }
        }
    }

    @Test
    void aPersonGoesBeforeLearningAndTheLaneBeforeItsClass() {
        var rows = new ArrayList<>(DefaultLimits.rows());
        rows.add(row(Stage.DEPARTED, LaneClass.FAR, null, null, 44, Basis.LEARNT));
        assertThat(limit(rows, departed()).hours()).isEqualTo(44);
        rows.add(row(Stage.DEPARTED, null, null, DayPart.MORNING, 41, Basis.LEARNT));
        assertThat(limit(rows, departed()).hours()).as("the class is more specific than the hour").isEqualTo(44);
        rows.add(row(Stage.DEPARTED, null, "440000", null, 38, Basis.LEARNT));
        assertThat(limit(rows, departed()).hours()).isEqualTo(38);
        rows.add(row(Stage.DEPARTED, LaneClass.FAR, null, null, 50, Basis.SET));
        assertThat(limit(rows, departed())).satisfies(limit -> {
            assertThat(limit.hours()).isEqualTo(50);
            assertThat(limit.basis()).isEqualTo(Basis.SET);
        });
    }

    @Test
    void nothingGoesBelowTheFloor() {
        var limit = limit(List.of(row(Stage.DEPARTED, LaneClass.FAR, null, null, 3, Basis.SET)), departed());
        assertThat(limit.hours()).isEqualTo(24);
        assertThat(limit.parts()).extracting(Limit.Part::kind).containsExactly(Kind.BASE, Kind.FLOOR, Kind.GRACE);
    }

    @Test
    void aHolidayAndTheNightTakeLonger() {
        var spring = Instant.parse("2026-02-13T02:00:00Z");
        var before = new LastScan(ScanType.DEPARTED, spring, spring, "H4401", Stage.DEPARTED, null, null, FAR);
        assertThat(limit(DefaultLimits.rows(), before).hours()).isEqualTo(108);
        var evening = new LastScan(ScanType.OUT_FOR_DELIVERY, hour(12), hour(12), "O1", Stage.DELIVERING, null, null,
                FAR);
        assertThat(limit(DefaultLimits.rows(), evening)).satisfies(limit -> {
            assertThat(limit.hours()).isEqualTo(38);
            assertThat(limit.parts()).extracting(Limit.Part::kind).contains(Kind.NIGHT);
        });
    }

    @Test
    void twoDaysHoldTheirNights() {
        var evening = new LastScan(ScanType.PICKED_UP, hour(12), hour(12), "O1", Stage.PICKED_UP, null, null, FAR);
        assertThat(limit(DefaultLimits.rows(), evening).hours()).isEqualTo(51);
        assertThat(limit(List.of(row(Stage.PICKED_UP, null, null, null, 27, Basis.LEARNT)), evening).hours())
                .isEqualTo(35);
    }

    @Test
    void aSlowSitesGraceIsKnownAndCapped() {
        var limits = new Limits(1, Instant.EPOCH, WatchFixture.rows(), LimitPolicy.defaults(), Holidays.china(),
                Map.of("H5101", 2.0, "H6101", 40.0));
        assertThat(limits.limit(scan(ScanType.DEPARTED, 0, 0, "H4401", "H5101", FAR)).orElseThrow().hours())
                .isEqualTo(50);
        assertThat(limits.limit(scan(ScanType.DEPARTED, 0, 0, "H4401", "H6101", FAR)).orElseThrow().hours())
                .isEqualTo(51);
    }

    private static LastScan departed() {
        return scan(ScanType.DEPARTED, 0, 0, "H4401", "H5101", FAR);
    }

    private static Limit limit(List<LimitRow> rows, LastScan scan) {
        return WatchFixture.table(1, Instant.EPOCH, rows).limit(scan).orElseThrow();
    }

    private static LimitRow row(Stage stage, @Nullable LaneClass laneClass, @Nullable String from,
            @Nullable DayPart part,
            double hours, Basis basis) {
        var key = new LimitKey(stage, laneClass, from, from == null ? null : "510000", part);
        return new LimitRow(key, hours, basis, null, null, null, "test", "test", Instant.EPOCH);
    }

    @Test
    void aPlaceKnowsItsDaysOfRestBetterThanItsKindAndAFailedDeliveryHasThem() {
        var sunday = new RestDays(0b1000000);
        var kind = new LimitRow(new LimitKey(Stage.ARRIVED_OUTLET, null, null, null, null), 24, sunday,
                LimitRow.Basis.LEARNT, 99.9, 5_000L, null, "test", "test", Instant.EPOCH);
        var rows = new ArrayList<>(WatchFixture.rows());
        rows.add(kind);
        var limits = WatchFixture.table(2, Instant.EPOCH, rows)
                .resting(Map.of(new RestKey("O2", Stage.ARRIVED_OUTLET, null), RestDays.NONE));
        // START is a Monday; five days later it is a Saturday.
        for (var type : List.of(ScanType.ARRIVED, ScanType.SIGN_FAILED)) {
            assertThat(restOf(limits, WatchFixture.scan(type, 120, 120, "O1", null, WatchFixture.FAR))).isEqualTo(24);
            assertThat(restOf(limits, WatchFixture.scan(type, 120, 120, "O2", null, WatchFixture.FAR))).isZero();
        }
        var set = limits.with(new LimitRow(kind.key(), 24, LimitRow.Basis.SET, null, null, null, "test", "test",
                Instant.EPOCH));
        assertThat(restOf(set, WatchFixture.scan(ScanType.ARRIVED, 120, 120, "O1", null, WatchFixture.FAR)))
                .as("a person decided").isZero();
        assertThat(set.restByPlace()).isEqualTo(limits.restByPlace());
    }

    private static double restOf(Limits limits, LastScan scan) {
        return limits.limit(scan).orElseThrow().parts().stream().filter(part -> part.kind() == Limit.Kind.REST)
                .mapToDouble(Limit.Part::hours).sum();
    }
}
