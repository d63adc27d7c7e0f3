package io.waypost.app.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BusinessClockTest {

    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private final SteppedClock wall = new SteppedClock(NINE);

    @Test
    void runsSixtyTimesAsFast() {
        var clock = new BusinessClock(wall, NINE, 60);
        wall.forward(Duration.ofSeconds(2));
        assertThat(clock.instant()).isEqualTo(NINE.plus(Duration.ofMinutes(2)));
    }

    @Test
    void standsStillUntilItIsAdvancedAndNeverGoesBack() {
        var clock = new BusinessClock(wall, NINE, 0);
        wall.forward(Duration.ofHours(5));
        clock.advanceTo(NINE.plus(Duration.ofMinutes(15)));
        clock.advanceTo(NINE);
        assertThat(clock.instant()).isEqualTo(NINE.plus(Duration.ofMinutes(15)));
    }

    @Test
    void saysHowLongToSleepInRealTime() {
        var clock = new BusinessClock(wall, NINE, 60);
        assertThat(clock.untilShows(NINE.plus(Duration.ofMinutes(1)), Duration.ofSeconds(5)))
                .isEqualTo(Duration.ofMillis(1001));
        assertThat(clock.untilShows(NINE.plus(Duration.ofDays(9)), Duration.ofSeconds(5)))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(clock.untilShows(NINE.minusSeconds(1), Duration.ofSeconds(5))).isZero();
    }

    @Test
    void showsWholeMicrosecondsAsTheDatabaseKeepsThem() {
        var clock = new BusinessClock(wall, NINE, 0);
        clock.advanceTo(NINE.plusNanos(1_999));
        assertThat(clock.instant()).isEqualTo(NINE.plusNanos(1_000));
    }
}
