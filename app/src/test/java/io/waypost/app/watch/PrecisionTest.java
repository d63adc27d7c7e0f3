package io.waypost.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.parcel.ScanIntake;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.app.testing.SharedDatabase;
import io.waypost.core.identity.Role;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("P8 How often warnings were right, by rule, place and week")
class PrecisionTest {

    private static final String HUB_GUANGZHOU = "H4401";
    private static final String HUB_BEIJING = "H1101";
    private static final Duration BEFORE = Duration.ofDays(4);

    private final MockMvc mvc;
    private final Organisation organisation;
    private final ScanIntake intake;
    private final Findings findings;
    private final Deadlines deadlines;
    private final Clock clock;

    PrecisionTest(MockMvc mvc, Organisation organisation, ScanIntake intake, Findings findings, Deadlines deadlines,
            Clock clock) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.intake = intake;
        this.findings = findings;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void everyFindingIsCountedOnceByWhatBecameOfIt() throws Exception {
        var then = clock.instant().minus(BEFORE);
        for (var waybill : List.of("PR0000001", "PR0000002", "PR0000003", "PR0000004")) {
            take(Scan.of(waybill, ScanType.ARRIVED, then, HUB_GUANGZHOU), then);
        }
        take(Scan.of("PR0000005", ScanType.DEPARTED, then, HUB_BEIJING).to(Organisation.DONGCHENG), then);
        deadlines.drain(clock.instant());
        var now = clock.instant();
        Acting.as(new Actor.Internal("test"),
                () -> findings.acted(findings.standing("PR0000001").orElseThrow().id(), now.minusSeconds(60)));
        take(Scan.of("PR0000001", ScanType.DEPARTED, now, HUB_GUANGZHOU), now);
        take(Scan.of("PR0000002", ScanType.DEPARTED, now, HUB_GUANGZHOU), now);
        take(Scan.of("PR0000003", ScanType.DEPARTED, then.plusSeconds(600), HUB_GUANGZHOU), now);

        var south = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        south.get("/api/v1/boards/precision?weeks=3").andExpect(status().isOk())
                .andExpect(jsonPath("$.unit.code").value(Organisation.SOUTH))
                .andExpect(jsonPath("$.total.raised").value(4))
                .andExpect(jsonPath("$.total.right").value(1))
                .andExpect(jsonPath("$.total.wrong").value(2))
                .andExpect(jsonPath("$.total.undecided").value(1))
                .andExpect(jsonPath("$.total.late").value(1))
                .andExpect(jsonPath("$.total.unaided").value(1))
                .andExpect(jsonPath("$.total.excused").value(0))
                .andExpect(jsonPath("$.total.dismissed").value(0))
                .andExpect(jsonPath("$.weeks", hasSize(3)))
                .andExpect(jsonPath("$.rules[*].stage", contains("ARRIVED_HUB")))
                .andExpect(jsonPath("$.rules[0].lanes[*].rate.raised", contains(4)))
                .andExpect(jsonPath("$.rules[0].weeks", hasSize(3)))
                .andExpect(jsonPath("$.places[*].rate.raised", contains(4)))
                .andExpect(jsonPath("$.places[0].unit.code").value("P44"));
        south.get("/api/v1/boards/precision?unit=H4401").andExpect(status().isOk())
                .andExpect(jsonPath("$.weeks", hasSize(8)))
                .andExpect(jsonPath("$.places[*].unit.code", contains("H4401")));
        south.get("/api/v1/boards/precision?unit=R01").andExpect(status().isNotFound());

        var headquarters = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        headquarters.get("/api/v1/boards/precision").andExpect(jsonPath("$.total.raised").value(5))
                .andExpect(jsonPath("$.places[*].unit.code",
                        containsInAnyOrder(Organisation.SOUTH, Organisation.NORTH)))
                .andExpect(jsonPath("$.rules[?(@.stage == 'ARRIVED_HUB')].rate.precision").value(1 / 3.0));
        var north = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.NORTH));
        north.get("/api/v1/boards/precision").andExpect(jsonPath("$.total.raised").value(1))
                .andExpect(jsonPath("$.total.precision").isEmpty())
                .andExpect(jsonPath("$.total.low").value(0.0)).andExpect(jsonPath("$.total.high").value(1.0));
        Browser.of(mvc, organisation.person(Role.COURIER, Organisation.DONGCHENG)).get("/api/v1/boards/precision")
                .andExpect(status().isForbidden());

        listed(south, "outcome=RIGHT", "PR0000001");
        listed(south, "outcome=WRONG", "PR0000002", "PR0000003");
        listed(south, "outcome=UNAIDED", "PR0000002");
        listed(south, "outcome=LATE", "PR0000003");
        listed(south, "outcome=UNDECIDED", "PR0000004");
        listed(south, "stage=ARRIVED_HUB&outcome=RIGHT&until=" + now, "PR0000001");
        listed(south, "outcome=RIGHT&from=" + now);
        listed(south, "stage=DEPARTED");
        listed(headquarters, "outcome=UNDECIDED&stage=SENT_TO_OUTLET", "PR0000005");
        south.get("/api/v1/findings?outcome=NONSENSE").andExpect(status().is4xxClientError());
    }

    private void take(Scan scan, Instant arrivedAt) {
        intake.take(List.of(scan), "test", arrivedAt);
    }

    private static void listed(Browser who, String query, String... waybills) throws Exception {
        var answer = who.get("/api/v1/findings?" + query).andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(waybills.length)).andReturn();
        List<String> found = JsonPath.read(answer.getResponse().getContentAsString(), "$.items[*].waybill");
        assertThat(found).as(query).containsExactlyInAnyOrder(waybills);
    }
}
