package io.waypost.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.kernel.Deadlines;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@Import(CalendarHttpTest.Heard.class)
@DisplayName("T3 calendars change by versions, and holidays are entered, never guessed")
class CalendarHttpTest {

    private static final String NIGHT = """
            {"week":[{"day":"MONDAY","shifts":[{"from":"22:00","until":"06:00"}]}],"closedOnHolidays":true,
            "makeUpDaysLike":null,"exceptions":[{"date":"2026-03-09","shifts":[],"reason":"搬迁"}]}
            """;
    private static final String YEAR = """
            year,%d
            source,国办发明电〔2026〕9号
            off,元旦,2027-01-01,2027-01-03
            work,元旦,2027-01-04
            """;

    private final MockMvc mvc;
    private final Organisation organisation;
    private final Calendars calendars;
    private final Heard heard;
    private final Deadlines deadlines;
    private final Clock clock;

    private Browser author;
    private Browser second;

    CalendarHttpTest(MockMvc mvc, Organisation organisation, Calendars calendars, Heard heard, Deadlines deadlines,
            Clock clock) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.calendars = calendars;
        this.heard = heard;
        this.deadlines = deadlines;
        this.clock = clock;
        this.author = Browser.of(mvc);
        this.second = author;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    /** Hears of changes, and what the hours are by then. */
    static class Heard {

        final List<CalendarsChanged> changed = new CopyOnWriteArrayList<>();
        final List<UnitCalendarChanged> units = new CopyOnWriteArrayList<>();
        final List<Integer> knownYears = new CopyOnWriteArrayList<>();
        private final Calendars calendars;

        Heard(Calendars calendars) {
            this.calendars = calendars;
        }

        @EventListener
        void on(CalendarsChanged event) {
            changed.add(event);
            knownYears.add(calendars.holidays().knownThrough().getYear());
        }

        @EventListener
        void on(UnitCalendarChanged event) {
            units.add(event);
        }
    }

    @BeforeEach
    void twoPeople() {
        author = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        second = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
    }

    private static String proposal(String body) {
        return "{\"source\":\"运营通知\",\"body\":%s}".formatted(body);
    }

    @Test
    void aCalendarBeginsAsAProposalAndASecondPersonApprovesIt() throws Exception {
        author.post("/api/v1/calendars", """
                {"code":"night","nameZh":"夜班","nameEn":"Night","source":"运营通知","body":%s}
                """.formatted(NIGHT)).andExpect(status().isOk()).andExpect(jsonPath("$.state").value("PROPOSED"));
        assertThat(calendars.known("night")).isFalse();
        author.post("/api/v1/calendars/night/versions/1/approve", null).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("OWN_WORK"));
        second.post("/api/v1/calendars/night/versions/1/approve", null).andExpect(status().isOk())
                .andExpect(jsonPath("$.inForce").value(true));
        assertThat(calendars.known("night")).isTrue();
        // Monday 2026-03-02, 22:00 in China: three hours later it is Tuesday; the tenth hour lies in the week after the
        // next, since the shift of 9 March is off.
        var start = "2026-03-02T14:00:00Z";
        second.get("/api/v1/calendars/night/working-time?from=%s&minutes=180".formatted(start))
                .andExpect(jsonPath("$.due").value("2026-03-02T17:00:00Z"));
        second.get("/api/v1/calendars/night/working-time?from=%s&minutes=600".formatted(start))
                .andExpect(jsonPath("$.due").value("2026-03-16T16:00:00Z"));
        second.get("/api/v1/calendars/night/days?year=2026").andExpect(jsonPath("$", hasSize(365)))
                .andExpect(jsonPath("$[?(@.date=='2026-03-09')].exception").value("搬迁"))
                .andExpect(jsonPath("$[?(@.date=='2026-03-02')].workingMinutes").value(480));
        author.post("/api/v1/calendars/night/versions", proposal(NIGHT.replace("06:00", "05:00")))
                .andExpect(jsonPath("$.version").value(2));
        author.post("/api/v1/calendars/night/versions", proposal(NIGHT)).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("PROPOSAL_EXISTS"));
        second.post("/api/v1/calendars/night/versions/2/approve", null).andExpect(status().isOk());
        assertThat(heard.changed).contains(new CalendarsChanged(Set.of(new CalendarId("night", 1))));
        assertThat(calendars.book().calendar(new CalendarId("night", 1)).draft().week().toString()).contains("06:00");
        second.post("/api/v1/calendars/night/versions/2/withdraw", null).andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("IN_FORCE"));
        second.get("/api/v1/calendars").andExpect(jsonPath("$[?(@.code=='night')].inForce.version").value(2));
        second.get("/api/v1/calendars/night/versions").andExpect(jsonPath("$", hasSize(2)));
    }

    @Test
    void aVersionForLaterIsToldOfWhenItComes() throws Exception {
        var later = clock.instant().plus(Duration.ofDays(1));
        author.post("/api/v1/calendars/outlet-daily/versions", """
                {"effectiveFrom":"%s","source":"s","body":%s}
                """.formatted(later, NIGHT)).andExpect(status().isOk());
        second.post("/api/v1/calendars/outlet-daily/versions/2/approve", null).andExpect(status().isOk());
        var told = new CalendarsChanged(Set.of(new CalendarId("outlet-daily", 1)));
        assertThat(heard.changed).doesNotContain(told);
        assertThat(calendars.inForce("outlet-daily", clock.instant()).version()).isEqualTo(1);
        assertThat(calendars.inForce("outlet-daily", later).version()).isEqualTo(2);
        deadlines.drain(later);
        deadlines.drain(later.plusSeconds(5));
        assertThat(heard.changed.stream().filter(told::equals)).hasSize(1);
    }

    @Test
    void whatIsWrongIsNamed() throws Exception {
        author.post("/api/v1/calendars/office/versions", proposal(NIGHT.replace("06:00", "06:00:30")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("SHIFT_NOT_WHOLE_MINUTES"));
        author.post("/api/v1/calendars/nobody/versions", proposal(NIGHT)).andExpect(status().isNotFound());
        author.get("/api/v1/calendars/office/days?year=1").andExpect(status().isUnprocessableContent());
        author.get("/api/v1/calendars/office/working-time?from=2026-01-01T00:00:00Z&minutes=-1")
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void anAnnouncedYearIsEnteredAndNoOtherIsGuessed() throws Exception {
        var office = calendars.inForce("office", clock.instant());
        author.get("/api/v1/calendars/office/working-time?from=2026-12-31T09:00:00Z&minutes=600")
                .andExpect(jsonPath("$.due").isEmpty())
                .andExpect(jsonPath("$.knownThrough").value("2026-12-31"));
        author.post("/api/v1/holidays", text(YEAR.formatted(2029))).andExpect(status().isUnprocessableContent());
        author.post("/api/v1/holidays", text(YEAR.formatted(2028).replace("2027", "2028")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("YEAR_GAP"));
        author.post("/api/v1/holidays", text("year,2027\nsource,猜的\n")).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("NO_HOLIDAYS"));
        author.post("/api/v1/holidays", text(YEAR.formatted(2027))).andExpect(status().isOk())
                .andExpect(jsonPath("$.knownThrough").value("2027-12-31"));
        // Thursday 17:00 to 18:00, then the make-up Monday from 9:00.
        author.get("/api/v1/calendars/office/working-time?from=2026-12-31T09:00:00Z&minutes=120")
                .andExpect(jsonPath("$.due").value("2027-01-04T02:00:00Z"));
        assertThat(heard.changed).anySatisfy(event -> assertThat(event.touched()).contains(office)
                .doesNotContain(new CalendarId("always", 1)));
        assertThat(heard.knownYears).contains(2027);
        assertThat(calendars.inForce("office", clock.instant())).isEqualTo(office);
        author.get("/api/v1/holidays").andExpect(jsonPath("$.years", hasSize(6)));
    }

    private static String text(String lines) {
        return "{\"text\":\"%s\"}".formatted(lines.strip().replace("\n", "\\n"));
    }

    @Test
    void aUnitKeepsItsOwnCalendarOrThatOfTheNearestAbove() throws Exception {
        var before = clock.instant();
        var south = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        south.put("/api/v1/calendar-units/" + Organisation.GUANGZHOU, "{\"calendar\":\"office\"}")
                .andExpect(status().isOk()).andExpect(jsonPath("$.inForce").value("office"));
        south.put("/api/v1/calendar-units/" + Organisation.TIANHE, "{\"calendar\":\"dispatch-desk\"}")
                .andExpect(status().isOk());
        south.put("/api/v1/calendar-units/" + Organisation.TIANHE, "{\"calendar\":\"nobody's\"}")
                .andExpect(status().isUnprocessableContent());
        south.put("/api/v1/calendar-units/" + Organisation.DONGCHENG, "{\"calendar\":\"office\"}")
                .andExpect(status().isNotFound());
        var now = clock.instant();
        assertThat(calendars.ofUnit(Organisation.TIANHE, now).code()).isEqualTo("dispatch-desk");
        assertThat(calendars.ofUnit(Organisation.HAIZHU, now).code()).isEqualTo("office");
        assertThat(calendars.ofUnit(Organisation.HAIZHU, before.minus(Duration.ofDays(1))).code()).isEqualTo("always");
        assertThat(calendars.ofUnit(Organisation.DONGCHENG, now).code()).isEqualTo("always");
        assertThat(heard.units).extracting(UnitCalendarChanged::unitCode).contains(Organisation.TIANHE);
        south.get("/api/v1/calendar-units").andExpect(jsonPath("$[*].unit.code", hasItem(Organisation.TIANHE)));
        var north = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.NORTH));
        north.get("/api/v1/calendar-units").andExpect(jsonPath("$[*].unit.code", not(hasItem(Organisation.TIANHE))));
        south.put("/api/v1/calendar-units/" + Organisation.TIANHE, "{\"calendar\":null}")
                .andExpect(jsonPath("$.own").isEmpty()).andExpect(jsonPath("$.inForce").value("office"));
        assertThat(calendars.ofUnit(Organisation.TIANHE, Instant.EPOCH).code()).isEqualTo("always");
    }
}
