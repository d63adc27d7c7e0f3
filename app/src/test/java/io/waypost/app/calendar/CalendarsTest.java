package io.waypost.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waypost.app.testing.Organisation;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.calendar.DefaultCalendars;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.calendar.Moment;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@DisplayName("T3 the platform begins with working calendars")
class CalendarsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

    private final Calendars calendars;

    CalendarsTest(Calendars calendars) {
        this.calendars = calendars;
    }

    @Test
    void thePackagedCalendarsAreThereFromTheBeginning() {
        for (var named : DefaultCalendars.all()) {
            var id = named.draft().id();
            assertThat(calendars.known(id.code())).isTrue();
            assertThat(calendars.inForce(id.code(), Instant.EPOCH)).isEqualTo(id);
            assertThat(calendars.book().calendar(id).draft()).isEqualTo(named.draft());
        }
        assertThat(calendars.known("nobody's")).isFalse();
        assertThat(calendars.holidays().known()).isEqualTo(Holidays.china().known());
    }

    @Test
    void theOfficeKnowsHolidaysAndMakeUpDays() {
        var office = calendars.book().calendar(calendars.inForce("office", NOW));
        // The last afternoon before the National Day of 2025: the eighth hour from 16:00 lies on 9 October.
        var before = Instant.parse("2025-09-30T08:00:00Z");
        assertThat(office.plus(before, Duration.ofHours(8)))
                .isEqualTo(new Moment.At(Instant.parse("2025-10-09T07:00:00Z")));
        assertThat(office.plus(Instant.parse("2026-12-31T08:00:00Z"), Duration.ofHours(8)))
                .isInstanceOf(Moment.Beyond.class);
    }

    @Test
    void aUnitWithoutACalendarWorksRoundTheClock() {
        assertThat(calendars.ofUnit(Organisation.TIANHE, NOW)).isEqualTo(new CalendarId("always", 1));
        assertThat(calendars.ofUnit("no such unit", NOW)).isEqualTo(new CalendarId("always", 1));
    }

    @Test
    void whatIsUnknownIsADefect() {
        assertThatThrownBy(() -> calendars.inForce("nobody's", NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> calendars.book().calendar(new CalendarId("office", 99)))
                .isInstanceOf(IllegalStateException.class);
    }
}
