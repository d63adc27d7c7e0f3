package io.waypost.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waypost.core.calendar.Holidays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P3 time stands still on days of rest")
class RestDaysTest {

    private static final RestDays SUNDAYS = RestDays.of(List.of(DayOfWeek.SUNDAY));
    /** Two in the afternoon. */
    private static final Instant FRIDAY = Instant.parse("2026-10-16T06:00:00Z");

    @Test
    void aLimitGrowsByADayOfRestThatLiesWithinIt() {
        assertThat(SUNDAYS.within(FRIDAY, 34)).as("until the last second of Saturday").isZero();
        assertThat(SUNDAYS.within(FRIDAY, 35)).as("an hour into Sunday").isEqualTo(24);
        assertThat(SUNDAYS.within(FRIDAY.plus(Duration.ofDays(2)), 1)).as("what is left of a Sunday").isEqualTo(10);
        assertThat(SUNDAYS.within(FRIDAY, 34 + 24 * 6 + 1)).as("two Sundays").isEqualTo(48);
        assertThat(RestDays.NONE.within(FRIDAY, 1000)).isZero();
    }

    @Test
    void aDayThatItReachesOnlyByAnotherCountsToo() {
        var weekends = RestDays.of(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        assertThat(weekends.within(FRIDAY, 11)).isEqualTo(48);
        assertThat(weekends.days()).containsExactly(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void isTheSameAsCountingMinuteByMinute() {
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            var days = new RestDays(random.nextInt(127));
            var from = FRIDAY.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
            int minutes = random.nextInt(12 * 24 * 60);
            var at = from;
            int counted = 0;
            int rested = 0;
            while (counted < minutes) {
                if (days.days().contains(at.atZone(Holidays.ZONE).getDayOfWeek())) {
                    rested++;
                } else {
                    counted++;
                }
                at = at.plusSeconds(60);
            }
            assertThat(days.worked(from, at)).as("%s from %s to %s", days, from, at)
                    .isEqualTo(Duration.ofMinutes(counted));
            assertThat(days.within(from, minutes / 60.0)).as("%s from %s for %d", days, from, minutes)
                    .isCloseTo(rested / 60.0, Offset.offset(1e-9));
        }
    }

    @Test
    void whereOnlyAPartRestsNobodyWaitsForAMissedLorryBesides() {
        var some = new RestDays(SUNDAYS.mask(), true);
        long friday = FRIDAY.getEpochSecond();
        assertThat(SUNDAYS.lengthens(friday, 51)).isEqualTo(24);
        assertThat(some.lengthens(friday, 51)).as("eight hours less").isEqualTo(16);
        assertThat(some.lengthens(friday, 35)).as("never shorter than without a day of rest").isZero();
    }

    @Test
    void comesBackFromItsCode() {
        for (int mask = 0; mask < 127; mask++) {
            for (boolean partly : List.of(true, false)) {
                var days = new RestDays(mask, partly);
                assertThat(RestDays.ofCode(days.code())).isEqualTo(days);
            }
        }
    }

    @Test
    void aWeekOfRestIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RestDays(127)).withMessageContaining("127");
        assertThatIllegalArgumentException().isThrownBy(() -> new RestDays(-1));
    }
}
