package io.waypost.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.calendar.Holidays.Holiday;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HolidaysTest {

    @Test
    void touchesByTheClockInChina() {
        var holidays = Holidays.china();
        var eve = Instant.parse("2026-02-14T15:59:59Z");
        assertThat(holidays.touching(eve.minusSeconds(3600), eve)).isEmpty();
        assertThat(holidays.touching(eve, eve.plusSeconds(1))).map(Holiday::name).contains("春节");
        assertThat(holidays.touching(Instant.parse("2026-02-23T15:59:59Z"), Instant.parse("2026-03-01T00:00:00Z")))
                .isPresent();
        assertThat(holidays.touching(Instant.parse("2026-02-23T16:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void knowsNoneOfAYearThatIsNotAnnounced() {
        assertThat(
                Holidays.china().touching(Instant.parse("2031-01-01T00:00:00Z"), Instant.parse("2031-12-31T00:00:00Z")))
                .isEmpty();
    }
}
