package io.waypost.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
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
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.LimitTally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("P8 A limit is proposed, tried on last week's scans, and put into force by a second person")
class LimitDraftTest {

    private static final String DRAFTS = "/api/v1/watch/limits/drafts";
    private static final String HUB = "H4401";
    private static final String WANTED = "{\"stage\":\"ARRIVED_HUB\",\"hours\":72,\"reason\":\"积压多\"}";

    private final MockMvc mvc;
    private final Organisation organisation;
    private final ScanIntake intake;
    private final Findings findings;
    private final Deadlines deadlines;
    private final Clock clock;
    private final LimitDraftStore store;
    private final TransactionTemplate transaction;

    LimitDraftTest(MockMvc mvc, Organisation organisation, ScanIntake intake, Findings findings, Deadlines deadlines,
            Clock clock, LimitDraftStore store, TransactionTemplate transaction) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.intake = intake;
        this.findings = findings;
        this.deadlines = deadlines;
        this.clock = clock;
        this.store = store;
        this.transaction = transaction;
    }

    @DynamicPropertySource
    static void ownDatabase(DynamicPropertyRegistry registry) {
        registry.add("waypost.database.url", SharedDatabase::fresh);
    }

    @Test
    void theTrialSaysWhatWouldHaveChangedAndAnotherPersonDecides() throws Exception {
        week();
        var author = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        var made = author.post(DRAFTS, WANTED).andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].mine").value(true))
                .andReturn().getResponse().getContentAsString();
        String id = JsonPath.read(made, "$.items[0].id");
        var other = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        deadlines.drain(clock.instant());
        other.get(DRAFTS)
                .andExpect(jsonPath("$.items[0].mine").value(false))
                .andExpect(jsonPath("$.items[0].replay.state").value("DONE"))
                .andExpect(jsonPath("$.items[0].replay.total").value(3))
                .andExpect(jsonPath("$.items[0].replay.done").value(3))
                .andExpect(jsonPath("$.items[0].replay.base").value(3))
                .andExpect(jsonPath("$.items[0].replay.tried").value(1))
                .andExpect(jsonPath("$.items[0].replay.dropped").value(2))
                .andExpect(jsonPath("$.items[0].replay.droppedRight").value(1))
                .andExpect(jsonPath("$.items[0].replay.droppedWrong").value(1))
                .andExpect(jsonPath("$.items[0].replay.added").value(0))
                .andExpect(jsonPath("$.items[0].replay.later").value(1))
                .andExpect(jsonPath("$.items[0].replay.examples", hasSize(2)))
                .andExpect(jsonPath("$.items[0].replay.examples[0].silentHours").value(closeTo(57, 0.1)));
        var south = Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH));
        south.get(DRAFTS).andExpect(status().isOk()).andExpect(jsonPath("$.items[0].replay.dropped").value(2))
                .andExpect(jsonPath("$.items[0].replay.examples", empty()));

        author.get("/api/v1/watch/limits").andExpect(jsonPath("$.rows[?(@.basis == 'SET')]", empty()));
        author.post(DRAFTS + "/" + id + "/approve", "{}").andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("SECOND_PERSON"));
        south.post(DRAFTS + "/" + id + "/approve", "{}").andExpect(status().isForbidden());
        other.post(DRAFTS + "/" + id + "/approve", "{\"note\":\"同意\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].state").value("APPROVED"))
                .andExpect(jsonPath("$.items[0].note").value("同意"));
        other.get("/api/v1/watch/limits")
                .andExpect(jsonPath("$.rows[?(@.basis == 'SET' && @.stage == 'ARRIVED_HUB')].hours", hasItem(72.0)));
        other.post(DRAFTS + "/" + id + "/approve", "{}").andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("DECIDED"));
        author.post(DRAFTS + "/" + id + "/reject", "{\"note\":\"x\"}").andExpect(status().isConflict());
    }

    @Test
    void onlyTheHeadquartersProposesAndARejectionSaysWhy() throws Exception {
        Browser.of(mvc, organisation.person(Role.REGION_MANAGER, Organisation.SOUTH)).post(DRAFTS, WANTED)
                .andExpect(status().isForbidden());
        Browser.of(mvc, organisation.person(Role.ADMINISTRATOR, Organisation.SOUTH)).post(DRAFTS, WANTED)
                .andExpect(status().isForbidden()).andExpect(jsonPath("$.code").value("HEADQUARTERS_ONLY"));
        var author = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        author.post(DRAFTS, "{\"stage\":\"DEPARTED\",\"hours\":60}").andExpect(status().isUnprocessableContent());
        author.post(DRAFTS, "{\"stage\":\"ENDED\",\"hours\":60,\"reason\":\"x\"}")
                .andExpect(status().isUnprocessableContent());
        var made = author
                .post(DRAFTS,
                        "{\"stage\":\"DEPARTED\",\"fromDivision\":\"440100\",\"toDivision\":\"110000\",\"hours\":60,"
                                + "\"reason\":\"雪\"}")
                .andExpect(jsonPath("$.items[0].fromDivision").value("440000"))
                .andReturn().getResponse().getContentAsString();
        String id = JsonPath.read(made, "$.items[0].id");
        author.post(DRAFTS + "/" + id + "/reject", "{}").andExpect(status().isUnprocessableContent());
        author.post(DRAFTS + "/" + id + "/reject", "{\"note\":\"雪停了\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.id == '" + id + "')].state", hasItem("REJECTED")));
        author.post(DRAFTS + "/00000000-0000-7000-8000-000000000000/approve", "{}").andExpect(status().isNotFound());
    }

    /** By the store, since a trial that was asked for may be done before anybody can look. */
    @Test
    void nobodyApprovesWhatWasNotTriedAndOneTrialRunsAtATime() throws Exception {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var setting = new LimitDesk.Setting(Stage.ARRIVED_OUTLET, null, null, null, 40.0, "试");
        var draft = new LimitDraft(UUID.randomUUID(), setting, LimitDraft.State.OPEN, UUID.randomUUID(), "甲", now, null,
                null, null, null);
        var replay = new LimitReplay(UUID.randomUUID(), draft.id(), 1, now, now, 1, LimitReplay.State.QUEUED, 0, 0, "",
                LimitTally.EMPTY, "甲", now, null);
        Acting.as(new Actor.Internal("test"), () -> transaction.executeWithoutResult(_ -> store.insert(draft)));
        var other = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        other.post(DRAFTS + "/" + draft.id() + "/approve", "{}").andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NOT_TRIED"));
        Acting.as(new Actor.Internal("test"), () -> transaction.executeWithoutResult(status -> {
            assertThat(store.insert(replay)).isTrue();
            var second = new LimitReplay(UUID.randomUUID(), draft.id(), 1, now, now, 1, LimitReplay.State.QUEUED, 0, 0,
                    "", LimitTally.EMPTY, "乙", now, null);
            assertThat(store.insert(second)).isFalse();
            status.setRollbackOnly();
        }));
        other.post(DRAFTS + "/" + draft.id() + "/reject", "{\"note\":\"只是试试\"}").andExpect(status().isOk());
    }

    /** Three parcels lay at the hub: two were signed for after 57 hours, one of them after somebody had acted; one lies there still. */
    private void week() {
        var then = clock.instant().minus(Duration.ofDays(4)).truncatedTo(ChronoUnit.MICROS);
        for (var waybill : List.of("LD0000001", "LD0000002", "LD0000003")) {
            take(Scan.of(waybill, ScanType.ARRIVED, then, HUB), then);
        }
        deadlines.drain(clock.instant());
        Acting.as(new Actor.Internal("test"), () -> findings
                .acted(findings.standing("LD0000001").orElseThrow().id(), then.plus(Duration.ofHours(53))));
        var moved = then.plus(Duration.ofHours(57));
        take(Scan.of("LD0000001", ScanType.SIGNED, moved, HUB), moved);
        take(Scan.of("LD0000002", ScanType.SIGNED, moved, HUB), moved);
        assertThat(Acting.as(new Actor.Internal("test"), () -> findings.standing("LD0000003"))).isPresent();
    }

    private void take(Scan scan, Instant arrivedAt) {
        intake.take(List.of(scan), "test", arrivedAt);
    }
}
