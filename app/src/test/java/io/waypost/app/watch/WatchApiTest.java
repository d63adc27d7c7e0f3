package io.waypost.app.watch;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
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
@DisplayName("P3 Findings, limits and quality, each for their own part of the network")
class WatchApiTest {

    private final MockMvc mvc;
    private final Organisation organisation;
    private final ScanIntake intake;
    private final Deadlines deadlines;
    private final Clock clock;

    WatchApiTest(MockMvc mvc, Organisation organisation, ScanIntake intake, Deadlines deadlines, Clock clock) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.intake = intake;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void findingsAreListedByUnitAndPage() throws Exception {
        var before = clock.instant().minus(Duration.ofDays(3));
        intake.take(List.of(Scan.of("WA0000001", ScanType.ARRIVED, before, "H4401"),
                Scan.of("WA0000002", ScanType.ARRIVED, before.plusSeconds(60), "H4401"),
                Scan.of("WA0000003", ScanType.ARRIVED, before, "H1101")), "test", before.plusSeconds(60));
        deadlines.drain(clock.instant());
        var south = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        south.get("/api/v1/findings?open=true&limit=1").andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[0].waybill").value("WA0000001"))
                .andExpect(jsonPath("$.items[0].kind").value("SILENT"))
                .andExpect(jsonPath("$.items[0].unit.code").value("H4401"))
                .andExpect(jsonPath("$.items[0].responsibleRule").value("LAST_HOLDER"))
                .andExpect(jsonPath("$.items[0].hoursSilent").value(72.0))
                .andExpect(jsonPath("$.nextCursor").isString());
        south.get("/api/v1/findings?open=true")
                .andExpect(jsonPath("$.items[*].waybill", contains("WA0000001", "WA0000002")));
        south.get("/api/v1/findings").andExpect(jsonPath("$.items[*].waybill", contains("WA0000002", "WA0000001")));
        south.get("/api/v1/findings?unit=R01").andExpect(status().isNotFound());
        south.get("/api/v1/findings?cursor=nonsense").andExpect(status().isUnprocessableContent());
        var headquarters = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        headquarters.get("/api/v1/findings?province=110000")
                .andExpect(jsonPath("$.items[*].waybill", hasItem("WA0000003")))
                .andExpect(jsonPath("$.items[*].waybill", not(hasItem("WA0000001"))));
        headquarters.get("/api/v1/watch/quality").andExpect(jsonPath("$.raised").value(3))
                .andExpect(jsonPath("$.precision").isEmpty());
        south.get("/api/v1/watch/quality").andExpect(jsonPath("$.raised").value(2));
    }

    @Test
    void parcelsUnderWayAreListedWhereTheyAreExpectedThoseNotSeenForLongestFirst() throws Exception {
        var now = clock.instant();
        var old = now.minus(Duration.ofHours(30));
        intake.take(List.of(Scan.of("WA0000011", ScanType.DEPARTED, old, "H4401").to(Organisation.DONGCHENG)), "test",
                old);
        intake.take(
                List.of(Scan.of("WA0000012", ScanType.DEPARTED, old.plusSeconds(60), "H4401")
                        .to(Organisation.DONGCHENG)),
                "test",
                old.plusSeconds(60));
        intake.take(List.of(Scan.of("WA0000013", ScanType.DEPARTED, now, "H4401").to(Organisation.DONGCHENG),
                Scan.of("WA0000014", ScanType.SIGNED, now, Organisation.DONGCHENG)), "test", now);
        var north = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.NORTH));
        north.get("/api/v1/watch/parcels?unit=O110101-001&watched=true").andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].waybill", contains("WA0000011", "WA0000012")))
                .andExpect(jsonPath("$.items[0].level").value("WATCH"))
                .andExpect(jsonPath("$.items[0].unit.code").value(Organisation.DONGCHENG))
                .andExpect(jsonPath("$.items[0].lastSite.code").value("H4401"))
                .andExpect(jsonPath("$.items[0].hoursSilent").value(30.0))
                .andExpect(jsonPath("$.items[0].limitAt").isString());
        var first = north.get("/api/v1/watch/parcels?unit=O110101-001&limit=2")
                .andExpect(jsonPath("$.items[*].waybill", contains("WA0000011", "WA0000012"))).andReturn();
        String next = JsonPath.read(first.getResponse().getContentAsString(), "$.nextCursor");
        north.get("/api/v1/watch/parcels?unit=O110101-001&limit=2&cursor=" + next)
                .andExpect(jsonPath("$.items[*].waybill", contains("WA0000013")))
                .andExpect(jsonPath("$.nextCursor").isEmpty());
        north.get("/api/v1/watch/parcels?cursor=nonsense").andExpect(status().isUnprocessableContent());
        var south = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        south.get("/api/v1/watch/parcels").andExpect(jsonPath("$.items[*].waybill", not(hasItem("WA0000011"))));
        south.get("/api/v1/watch/parcels?unit=O110101-001").andExpect(status().isNotFound());
        var headquarters = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        headquarters.get("/api/v1/watch/parcels?province=110000")
                .andExpect(jsonPath("$.items[*].waybill", hasItem("WA0000011")));
        headquarters.get("/api/v1/watch/parcels?province=440000")
                .andExpect(jsonPath("$.items[*].waybill", not(hasItem("WA0000011"))));
        headquarters.get("/api/v1/watch/parcels?province=1100").andExpect(status().isUnprocessableContent());
    }

    @Test
    void limitsAreReadAndLearnt() throws Exception {
        var headquarters = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        headquarters.get("/api/v1/watch/limits").andExpect(jsonPath("$.floorHours").value(24.0));
        headquarters.post("/api/v1/watch/limits/learn", "{}").andExpect(status().isOk())
                .andExpect(jsonPath("$.learnt").value(0));
        Browser.of(mvc, organisation.person(Role.ADMINISTRATOR, Organisation.SOUTH))
                .post("/api/v1/watch/limits/learn", "{}")
                .andExpect(status().isForbidden()).andExpect(jsonPath("$.code").value("HEADQUARTERS_ONLY"));
        Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH))
                .post("/api/v1/watch/limits/learn", "{}").andExpect(status().isForbidden());
    }
}
