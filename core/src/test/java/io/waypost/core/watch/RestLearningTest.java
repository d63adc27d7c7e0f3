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
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P3 Days of rest are learnt from who stays over them")
class RestLearningTest {

    private static final RestDays SUNDAYS = RestDays.of(List.of(DayOfWeek.SUNDAY));
    private static final Lane ALSO_FAR = new Lane(LaneClass.FAR, "440000", "650000");
    private static final int A_DAY = 120;

    /**
     * Rows of a hub to which parcels come at ten in the morning, from a Monday on; they leave at five of the next morning on which there is a
     * lorry.
     *
     * @param runs whether the parcel of that number has a lorry on that day
     */
    private static Collection<LimitRow> hub(int days, BiPredicate<Integer, LocalDate> runs) {
        return rows(ScanType.ARRIVED, null, days, runs);
    }

    private static Collection<LimitRow> rows(ScanType type, @Nullable String next, int days,
            BiPredicate<Integer, LocalDate> runs) {
        var learning = new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
        var now = START.plus(Duration.ofDays(days)).atZone(Holidays.ZONE).toLocalDate().atStartOfDay(Holidays.ZONE)
                .toInstant();
        for (int day = 0; day < days; day++) {
            for (int number = 0; number < A_DAY; number++) {
                var scan = scan(type, 24 * day, 24 * day, "H4401", next, number % 2 == 0 ? FAR : ALSO_FAR);
                var goes = goes(scan.at(), number, runs);
                if (!goes.isBefore(now)) {
                    learning.addOpen(scan, now);
                } else if (scan.at().isBefore(now.minus(Duration.ofDays(4)))) {
                    learning.add(scan, goes);
                } else {
                    learning.addYoung(scan, goes);
                }
            }
        }
        return learning.rows(now);
    }

    private static Instant goes(Instant at, int number, BiPredicate<Integer, LocalDate> runs) {
        var morning = LocalDate.ofInstant(at, Holidays.ZONE).plusDays(1);
        return Stream.iterate(morning, day -> day.plusDays(1)).filter(day -> runs.test(number, day)).findFirst()
                .orElseThrow().atTime(5, 0).atZone(Holidays.ZONE).toInstant();
    }

    private static boolean sunday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    @Test
    void aDayOnWhichNothingLeavesIsOneOfRestForEveryRowOfThePlace() {
        var rows = hub(28, (_, day) -> !sunday(day));
        assertThat(rows).hasSize(4).allSatisfy(row -> {
            assertThat(row.restDays()).isEqualTo(SUNDAYS);
            assertThat(Objects.requireNonNull(row.usual()).highHours()).as("on a clock that stands still on Sundays")
                    .isLessThan(20);
        });
    }

    @Test
    void whereSomethingLeavesEveryDayThereIsNone() {
        assertThat(hub(28, (_, _) -> true)).isNotEmpty()
                .allSatisfy(row -> assertThat(row.restDays().isEmpty()).isTrue());
    }

    @Test
    void itIsEnoughThatAPartRests() {
        assertThat(hub(28, (number, day) -> number % 7 != 0 || !sunday(day))).isNotEmpty()
                .allSatisfy(row -> assertThat(row.restDays()).isEqualTo(new RestDays(SUNDAYS.mask(), true)));
    }

    @Test
    void aLaneThatRunsEveryDayDoesNotRestWithItsClass() {
        var rows = hub(28, (number, day) -> number % 2 == 0 || !sunday(day));
        assertThat(rows).filteredOn(row -> row.key().laneClass() == LaneClass.FAR).hasSize(2)
                .allSatisfy(row -> assertThat(row.restDays()).isEqualTo(new RestDays(SUNDAYS.mask(), true)));
        assertThat(rows).filteredOn(row -> Objects.equals(FAR.toDivision(), row.key().toDivision())).hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row.restDays().isEmpty()).isTrue();
                    assertThat(row.hours()).isEqualTo(DefaultLimits.TWO_DAYS);
                });
        assertThat(rows).filteredOn(row -> Objects.equals(ALSO_FAR.toDivision(), row.key().toDivision())).hasSize(2)
                .allSatisfy(row -> assertThat(row.restDays()).as("all of it").isEqualTo(SUNDAYS));
    }

    @Test
    void lorriesThatComeEveryOtherDayDoNotRestOnAnyDayOfTheWeek() {
        assertThat(hub(28, (_, day) -> day.toEpochDay() % 2 == 0)).isNotEmpty()
                .allSatisfy(row -> assertThat(row.restDays().isEmpty()).isTrue());
    }

    @Test
    void aDayOnWhichLorriesOfEveryOtherDayRestTooIsFound() {
        var rows = hub(28, (number, day) -> !sunday(day) && (day.toEpochDay() + number / 2) % 2 == 0);
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.restDays()).isEqualTo(SUNDAYS));
    }

    @Test
    void lorriesOfEveryOtherDayAreGivenAThirdDayUntilOneHasMetADayOfRest() {
        BiPredicate<Integer, LocalDate> runs = (number, day) -> (day.toEpochDay() + number / 2) % 2 == 0;
        assertThat(hub(6, runs)).isNotEmpty().allSatisfy(row -> assertThat(row.hours()).isEqualTo(75));
        assertThat(hub(28, runs)).isNotEmpty().allSatisfy(row -> assertThat(row.hours()).isLessThan(60));
        assertThat(hub(6, (_, _) -> true)).allSatisfy(row -> assertThat(row.hours()).isLessThanOrEqualTo(51));
    }

    @Test
    void anOutletIsHeldAgainstWhatItsKindRests() {
        var learning = new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
        // Ten days from a Monday on; of thirty outlets with two parcels a day each third works on Sundays, too.
        for (int day = 0; day < 10; day++) {
            for (int number = 0; number < 60; number++) {
                boolean works = number / 2 % 3 == 0;
                var scan = scan(ScanType.PICKED_UP, 24 * day, 24 * day, "O%02d".formatted(number / 2), null, FAR);
                learning.addYoung(scan, goes(scan.at(), 0, (_, morning) -> works || !sunday(morning)));
            }
        }
        var rest = learning.restByPlace();
        assertThat(rest).hasSize(30);
        rest.forEach((key, days) -> assertThat(days).as("%s", key)
                .isEqualTo(Integer.parseInt(key.site().substring(1)) % 3 == 0 ? RestDays.NONE : SUNDAYS));
    }

    @Test
    void aHubOfWhichNoWayRestsWorksOnWhateverDay() {
        var learning = new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
        for (int day = 0; day < 10; day++) {
            for (int number = 0; number < 120; number++) {
                boolean rests = number % 2 == 0 && number % 3 == 0;
                var scan = scan(ScanType.ARRIVED, 24 * day, 24 * day, number % 2 == 0 ? "H4401" : "H5101", null, FAR);
                learning.addYoung(scan, goes(scan.at(), 0, (_, morning) -> !rests || !sunday(morning)));
            }
        }
        assertThat(learning.restByPlace()).containsOnly(
                Map.entry(new RestKey("H4401", Stage.ARRIVED_HUB, LaneClass.FAR),
                        new RestDays(SUNDAYS.mask(), true)),
                Map.entry(new RestKey("H5101", Stage.ARRIVED_HUB, LaneClass.FAR), RestDays.NONE));
    }

    @Test
    void whereNothingRestsNothingIsKeptOfPlaces() {
        var learning = new LimitLearning(LimitLearning.Parameters.defaults(), DefaultLimits.table());
        for (int hour = 0; hour < 2_000; hour++) {
            learning.add(scan(ScanType.ARRIVED, hour, hour, "H4401", null, FAR), hour(hour + 20.0));
        }
        assertThat(learning.restByPlace()).isEmpty();
    }

    @Test
    void twoDaysOfAWeekAreFoundToo() {
        assertThat(hub(28, (_, day) -> !sunday(day) && day.getDayOfWeek() != DayOfWeek.WEDNESDAY)).isNotEmpty()
                .allSatisfy(row -> assertThat(row.restDays().days())
                        .containsExactly(DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY));
    }

    @Test
    void theFirstOneIsKnownAsSoonAsTwoOrdinaryDaysAre() {
        // From a Monday on; on the Wednesday nothing leaves, on the Tuesday and on the Thursday all do.
        assertThat(hub(4, (_, day) -> day.getDayOfWeek() != DayOfWeek.WEDNESDAY)).isNotEmpty()
                .allSatisfy(row -> assertThat(row.restDays().days()).contains(DayOfWeek.WEDNESDAY));
    }

    @Test
    void onTheRoadNothingRests() {
        assertThat(rows(ScanType.DEPARTED, "H5101", 28, (_, day) -> !sunday(day))).isNotEmpty()
                .allSatisfy(row -> assertThat(row.restDays().isEmpty()).isTrue());
    }
}
