package io.waypost.app.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.testing.Browser;
import io.waypost.app.testing.Organisation;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.deadline.AlarmPlan;
import io.waypost.core.deadline.ClockEvent;
import io.waypost.core.identity.Role;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.SopDraft;
import io.waypost.core.sop.SopStage;
import io.waypost.core.sop.Stage;
import io.waypost.core.sop.StageCourse;
import io.waypost.core.sop.TicketKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
@DisplayName("T1 a new limit is tried on last month's tickets before it is published")
class DryRunHttpTest {

    private static final int TICKETS = 1_200;

    private final MockMvc mvc;
    private final Organisation organisation;
    private final KindDesk kinds;
    private final SopDesk desk;
    private final TestHistory history;
    private final Deadlines deadlines;
    private final Clock clock;

    DryRunHttpTest(MockMvc mvc, Organisation organisation, KindDesk kinds, SopDesk desk, TestHistory history,
            Deadlines deadlines, Clock clock) {
        this.mvc = mvc;
        this.organisation = organisation;
        this.kinds = kinds;
        this.desk = desk;
        this.history = history;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    private static StageCourse answered(TicketKind kind, Instant start, Duration after, String unit) {
        return new StageCourse(kind, Stage.RESPONSE, Party.OUTLET, false, unit, List.of(
                new ClockEvent.Started(start, Duration.ofHours(24), new CalendarId("always", 1),
                        AlarmPlan.ESCALATION_ONLY),
                new ClockEvent.Stopped(start.plus(after))));
    }

    @Test
    void theTallyTellsBothByRegionWhateverThePieces() throws Exception {
        var kind = SopAccess.kind();
        var now = clock.instant();
        var version = Acting.as(new Actor.Internal("test"), () -> {
            kinds.add(SopAccess.entry(kind));
            var draft = desk.begin(kind, "");
            return desk.save(draft.id(), draft.revision(), shorter(draft.draft()), "");
        });
        for (int i = 0; i < TICKETS; i++) {
            // Answered after 0 to 23 hours: under 6 hours three in four are late, under 24 none.
            history.courses.add(answered(kind, now.minus(Duration.ofDays(3)), Duration.ofHours(i % 24),
                    i % 2 == 0 ? Organisation.TIANHE : Organisation.DONGCHENG));
        }
        history.courses.add(answered(kind, now.minus(Duration.ofDays(90)), Duration.ofHours(20), Organisation.TIANHE));
        history.courses.add(answered(TicketKind.URGE, now.minus(Duration.ofDays(1)), Duration.ofHours(20), "x"));
        var manager = Browser.of(mvc, organisation.person(Role.HEADQUARTERS_MANAGER, Organisation.HEADQUARTERS));
        var path = "/api/v1/sops/%s/versions/%d/dry-run".formatted(kind, version.id().version());
        manager.get(path).andExpect(status().isOk()).andExpect(jsonPath("$.run").isEmpty());
        manager.post(path, null).andExpect(status().isOk()).andExpect(jsonPath("$.run.total").value(TICKETS));
        deadlines.drain(clock.instant());
        manager.get(path).andExpect(jsonPath("$.run.state").value("DONE"))
                .andExpect(jsonPath("$.run.done").value(TICKETS))
                .andExpect(jsonPath("$.run.rows", hasSize(2)))
                .andExpect(jsonPath("$.run.rows[0].region.code").value(Organisation.SOUTH))
                .andExpect(jsonPath("$.run.rows[0].cases").value(TICKETS / 2))
                .andExpect(jsonPath("$.run.rows[0].before.late").value(0))
                // Even hours above 6: 8 to 22 are eight of twelve.
                .andExpect(jsonPath("$.run.rows[0].after.late").value(400))
                // Odd hours above 6: 7 to 23 are nine of twelve.
                .andExpect(jsonPath("$.run.rows[1].after.late").value(450));
        manager.post(path, null).andExpect(status().isOk());
        deadlines.drain(clock.instant());
        assertThat(history.courses).hasSizeGreaterThan(TICKETS);
    }

    private static SopDraft shorter(SopDraft draft) {
        var stages = new ArrayList<>(draft.stages());
        var one = stages.getFirst();
        stages.set(0, new SopStage(one.stage(), one.party(), Duration.ofHours(6), one.urgent(), one.calendar(),
                one.alarms(), one.pauses(), one.requires(), one.skippers(), one.customerText()));
        return new SopDraft(stages, draft.longestWait(), draft.reopenWindow(), draft.repeatWindow(),
                draft.handOvers());
    }
}
