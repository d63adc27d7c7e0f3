package io.waypost.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.Verdict;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = "waypost.mode=DEMO")
@AutoConfigureMockMvc
@DisplayName("P8 A hub that stands still is one ticket")
class MassEventTest {

    private static final String HUB_GUANGZHOU = "H4401";
    private static final String HUB_BEIJING = "H1101";

    private final MockMvc mvc;
    private final Organisation organisation;
    private final ScanIntake intake;
    private final Findings findings;
    private final MassEvents masses;
    private final Deadlines deadlines;
    private final BusinessClock clock;

    MassEventTest(MockMvc mvc, Organisation organisation, ScanIntake intake, Findings findings, MassEvents masses,
            Deadlines deadlines, BusinessClock clock) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.intake = intake;
        this.findings = findings;
        this.masses = masses;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void itsParcelsHangOnOneTicketThatEndsByItselfWhenTheyMove() throws Exception {
        var parcels = IntStream.rangeClosed(1, 26).mapToObj("MA00001%02d"::formatted).toList();
        arrive(parcels.subList(0, 25), HUB_GUANGZHOU);
        deadlines.drain(clock.instant());
        pass(Duration.ofMinutes(30));
        arrive(parcels.subList(25, 26), HUB_GUANGZHOU);
        pass(Duration.ofHours(52));

        var south = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        var answer = south.get("/api/v1/watch/events?open=true").andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].unit.code").value(HUB_GUANGZHOU))
                .andExpect(jsonPath("$.items[0].cause").value("AT_SITE"))
                .andExpect(jsonPath("$.items[0].joined").value(26))
                .andExpect(jsonPath("$.items[0].standing").value(26))
                .andReturn().getResponse().getContentAsString();
        String event = JsonPath.read(answer, "$.items[0].id");
        String ticket = JsonPath.read(answer, "$.items[0].ticketId");
        south.get("/api/v1/findings?event=" + event).andExpect(jsonPath("$.total").value(26));
        south.get("/api/v1/tickets/" + ticket).andExpect(status().isOk())
                .andExpect(jsonPath("$.waybill").isEmpty())
                .andExpect(jsonPath("$.children", hasSize(19)));
        south.get("/api/v1/watch/events?ticket=" + ticket).andExpect(jsonPath("$.items", hasSize(1)));
        assertThat(parcels.stream().filter(parcel -> ticketOf(parcel).equals(ticket))).hasSize(7);
        var north = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.NORTH));
        north.get("/api/v1/watch/events").andExpect(jsonPath("$.items", empty()));
        north.get("/api/v1/watch/events?unit=R05").andExpect(status().isNotFound());
        north.get("/api/v1/findings?event=" + event).andExpect(jsonPath("$.total").value(0));

        var hanging = parcels.stream().filter(parcel -> ticketOf(parcel).equals(ticket)).toList();
        var left = hanging.subList(0, 5);
        var moving = parcels.stream().filter(parcel -> !left.contains(parcel)).toList();
        Acting.as(new Actor.Internal("test"), () -> masses.acted(UUID.fromString(ticket), clock.instant()));
        leave(moving.subList(0, 20), HUB_GUANGZHOU);
        pass(Duration.ofMinutes(10));
        south.get("/api/v1/watch/events?open=true").andExpect(jsonPath("$.items[0].standing").value(6));
        leave(moving.subList(20, 21), HUB_GUANGZHOU);
        pass(Duration.ofMinutes(10));
        south.get("/api/v1/watch/events?open=true").andExpect(jsonPath("$.items", empty()));
        south.get("/api/v1/watch/events").andExpect(jsonPath("$.items[0].joined").value(26))
                .andExpect(jsonPath("$.items[0].standing").value(5));
        south.get("/api/v1/tickets/" + ticket).andExpect(jsonPath("$.state").value("CLOSED"));
        assertThat(left).allSatisfy(parcel -> assertThat(ticketOf(parcel)).isNotEqualTo(ticket));
        assertThat(left.stream().map(this::ticketOf).distinct()).hasSize(5);
        var moved = hanging.get(6);
        assertThat(Acting.as(new Actor.Internal("test"), () -> findings.of(moved))).singleElement()
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.RIGHT));
    }

    @Test
    void aFewAreEachTheirOwnAndAnotherCauseDoesNotCount() throws Exception {
        var lying = IntStream.rangeClosed(1, 19).mapToObj("MA00002%02d"::formatted).toList();
        var sent = IntStream.rangeClosed(1, 5).mapToObj("MA00003%02d"::formatted).toList();
        arrive(lying, HUB_BEIJING);
        leave(sent, HUB_BEIJING);
        deadlines.drain(clock.instant());
        pass(Duration.ofHours(80));
        var north = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.NORTH));
        north.get("/api/v1/findings?open=true&unit=" + HUB_BEIJING).andExpect(jsonPath("$.total").value(24));
        north.get("/api/v1/watch/events").andExpect(jsonPath("$.items", empty()));
        assertThat(lying.stream().map(this::ticketOf).distinct()).hasSize(19);
    }

    private void arrive(List<String> parcels, String site) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        intake.take(parcels.stream().map(parcel -> Scan.of(parcel, ScanType.ARRIVED, now, site)).toList(), "test", now);
    }

    private void leave(List<String> parcels, String site) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        intake.take(parcels.stream().map(parcel -> Scan.of(parcel, ScanType.DEPARTED, now, site)).toList(), "test",
                now);
    }

    private void pass(Duration time) {
        deadlines.drain(clock.instant());
        clock.advanceTo(clock.instant().plus(time));
        deadlines.drain(clock.instant());
    }

    private String ticketOf(String waybill) {
        return String.valueOf(Acting.as(new Actor.Internal("test"), () -> findings.standing(waybill)).orElseThrow()
                .ticketId());
    }
}
