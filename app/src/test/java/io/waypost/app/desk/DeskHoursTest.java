package io.waypost.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.app.calendar.Calendars;
import io.waypost.app.contract.ContractTermsBody;
import io.waypost.core.calendar.CalendarBook;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.calendar.DefaultCalendars;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.calendar.WorkCalendar;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C5 a contract's hours come to the desk's")
class DeskHoursTest {

    /** The desk works from 8 to 18 every day. */
    private static final class Packaged implements Calendars {

        @Override
        public CalendarBook book() {
            return id -> DefaultCalendars.all().stream().map(DefaultCalendars.Named::draft)
                    .filter(draft -> draft.id().equals(id)).map(draft -> WorkCalendar.of(draft, Holidays.china()))
                    .findFirst().orElseThrow();
        }

        @Override
        public CalendarId inForce(String code, Instant at) {
            return new CalendarId(code, 1);
        }

        @Override
        public CalendarId ofUnit(String unitCode, Instant at) {
            return inForce("dispatch-desk", at);
        }

        @Override
        public boolean known(String code) {
            return DefaultCalendars.all().stream().anyMatch(named -> named.draft().id().code().equals(code));
        }

        @Override
        public Holidays holidays() {
            return Holidays.china();
        }
    }

    private final DeskHours hours = new DeskHours(new Packaged());
    /** Monday, in Beijing. */
    private final Instant seven = Instant.parse("2026-11-29T23:00:00Z");
    private final Instant noon = Instant.parse("2026-11-30T04:00:00Z");
    private final Instant seventhEvening = Instant.parse("2026-11-30T11:00:00Z");

    private static ContractTermsBody terms(@Nullable String calendar) {
        return new ContractTermsBody(10L, calendar, null, 0, List.of(), 0, "", null);
    }

    @Test
    @DisplayName("whoever has longer hours by contract waits for nobody's opening, all others wait for the desk's")
    void longer() {
        assertThat(hours.opening("HQ", null, seven)).contains(seven.plusSeconds(3_600));
        assertThat(hours.opening("HQ", terms(null), seven)).contains(seven.plusSeconds(3_600));
        assertThat(hours.opening("HQ", terms("always"), seven)).isEmpty();
        assertThat(hours.opening("HQ", terms("outlet-daily"), seventhEvening)).isEmpty();
        assertThat(hours.opening("HQ", null, seventhEvening)).isPresent();
        assertThat(hours.opening("HQ", terms("gone"), noon)).isEmpty();
    }

    @Test
    @DisplayName("whoever has shorter hours is answered with the desk, by the channel's time")
    void shorter() {
        assertThat(hours.opening("HQ", terms("office"), seven)).contains(seven.plusSeconds(3_600));
        assertThat(hours.served(terms("office"), "HQ", seven.plusSeconds(3_600))).isFalse();
        assertThat(hours.opening("HQ", terms("office"), seven.plusSeconds(3_600))).isEmpty();
        assertThat(hours.served(terms("office"), "HQ", noon)).isTrue();
        assertThat(hours.served(terms(null), "HQ", noon)).isTrue();
        assertThat(hours.served(terms(null), "HQ", seven)).isFalse();
        assertThat(terms(null).routing(false).target()).isNull();
        assertThat(terms(null).routing(true).target()).isEqualTo(java.time.Duration.ofSeconds(10));
    }
}
