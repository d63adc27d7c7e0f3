package io.waypost.core.sop;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.calendar.CalendarBook;
import io.waypost.core.calendar.CalendarDraft;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.calendar.HolidayRule;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.calendar.Shift;
import io.waypost.core.calendar.WorkCalendar;
import io.waypost.core.deadline.AlarmPlan;
import io.waypost.core.deadline.AlarmPlan.Repeat;
import io.waypost.core.deadline.AlarmPlan.Warning;
import io.waypost.core.deadline.ClockEvent;
import io.waypost.core.deadline.ClockRules;
import io.waypost.core.deadline.ClockStep;
import io.waypost.core.deadline.PauseReason;
import io.waypost.core.sop.DryRun.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T1 a new limit is tried on what went before")
class DryRunTest {

    private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");
    private static final CalendarBook BOOK = id -> WorkCalendar.of(CalendarDraft.inChina(id,
            id.code().equals("office")
                    ? CalendarDraft.weekdays(Shift.of("09:00", "18:00"))
                    : CalendarDraft.everyDay(Shift.ALL_DAY),
            id.code().equals("office") ? HolidayRule.office() : HolidayRule.ignored()), Holidays.china());

    private static Sop sop(Duration limit, String calendar) {
        var alarms = new AlarmPlan(List.of(new Warning.Share(50)), new Repeat(Duration.ofHours(1), 2));
        var stage = new SopStage(Stage.RESPONSE, Party.OUTLET, limit, limit.dividedBy(2), calendar, alarms, Set.of(),
                Set.of(), Set.of(), "");
        return new Sop(new SopId(TicketKind.QUERY, 2), List.of(stage), Duration.ofDays(7), Duration.ofDays(7),
                Duration.ofDays(30), 3);
    }

    private static StageCourse course(boolean urgent, ClockEvent... after) {
        var events = new ArrayList<ClockEvent>();
        events.add(new ClockEvent.Started(START, Duration.ofHours(99), new CalendarId("always", 1),
                AlarmPlan.ESCALATION_ONLY));
        events.addAll(List.of(after));
        return new StageCourse(TicketKind.QUERY, Stage.RESPONSE, Party.OUTLET, urgent, "O1", events);
    }

    private static Outcome run(StageCourse course, Sop sop) {
        return DryRun.of(course, sop, code -> new CalendarId(code, 1), BOOK, START.plus(Duration.ofDays(20)));
    }

    private static ClockEvent stopped(int hours) {
        return new ClockEvent.Stopped(START.plus(Duration.ofHours(hours)));
    }

    @Test
    void aShorterLimitWouldHaveWarnedThenEscalatedThenClimbed() {
        var answered = course(false, stopped(3));
        assertThat(run(answered, sop(Duration.ofHours(8), "always"))).isEqualTo(new Outcome.Counted(false, false, 0));
        assertThat(run(answered, sop(Duration.ofHours(4), "always"))).isEqualTo(new Outcome.Counted(true, false, 0));
        assertThat(run(answered, sop(Duration.ofMinutes(150), "always")))
                .isEqualTo(new Outcome.Counted(true, true, 0));
        assertThat(run(answered, sop(Duration.ofHours(1), "always"))).isEqualTo(new Outcome.Counted(true, true, 1));
        assertThat(run(course(true, stopped(3)), sop(Duration.ofHours(4), "always")))
                .isEqualTo(new Outcome.Counted(true, true, 0));
    }

    @Test
    void pausesStayAndTheCalendarIsTheNewOne() {
        var waited = course(false, new ClockEvent.Paused(START.plus(Duration.ofHours(1)), PauseReason.CUSTOMER),
                new ClockEvent.Resumed(START.plus(Duration.ofHours(9))), stopped(10));
        assertThat(run(waited, sop(Duration.ofHours(5), "always"))).isEqualTo(new Outcome.Counted(false, false, 0));
        // Monday 9:00; after twenty hours eight of the office's have passed, around the clock twenty.
        assertThat(run(course(false, stopped(20)), sop(Duration.ofHours(10), "office")))
                .isEqualTo(new Outcome.Counted(true, false, 0));
        assertThat(run(course(false, stopped(20)), sop(Duration.ofHours(10), "always")))
                .isEqualTo(new Outcome.Counted(true, true, 2));
    }

    @Test
    void whatRunsIsLookedAtUntilTheEndOfTheSpan() {
        assertThat(run(course(false), sop(Duration.ofDays(19), "always")))
                .isEqualTo(new Outcome.Counted(true, true, 2));
        assertThat(run(course(false), sop(Duration.ofDays(21), "always")))
                .isEqualTo(new Outcome.Counted(true, false, 0));
    }

    @Test
    void whatTheSopDoesNotHaveHasNoLimitAndWhatNobodyAnnouncedIsNotGuessed() {
        var check = new StageCourse(TicketKind.QUERY, Stage.CHECK, Party.DESK, false, "O1", course(false).events());
        assertThat(run(check, sop(Duration.ofHours(1), "always"))).isInstanceOf(Outcome.NoLimit.class);
        var far = new StageCourse(TicketKind.QUERY, Stage.RESPONSE, Party.OUTLET, false, "O1",
                List.of(new ClockEvent.Started(Instant.parse("2026-12-31T01:00:00Z"), Duration.ofHours(1),
                        new CalendarId("always", 1), AlarmPlan.ESCALATION_ONLY)));
        assertThat(DryRun.of(far, sop(Duration.ofHours(100), "office"), code -> new CalendarId(code, 1), BOOK,
                Instant.parse("2027-01-10T00:00:00Z"))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void aLongerLimitNeverMakesMoreLateAndTheVerdictIsTheClocks() {
        var random = new Random(11);
        for (int i = 0; i < 500; i++) {
            int hours = 1 + random.nextInt(40);
            var course = course(random.nextBoolean(), stopped(hours));
            var shorter = sop(Duration.ofMinutes(2 + random.nextInt(2_000)), "always");
            var longer = sop(shorter.stages().getFirst().normal().plusMinutes(random.nextInt(300) * 2L), "always");
            boolean late = ((Outcome.Counted) run(course, shorter)).late();
            assertThat(late || !((Outcome.Counted) run(course, longer)).late()).isTrue();
            var limit = shorter.stages().getFirst().limit(course.urgent());
            var state = ((ClockStep.Taken) ClockRules.replay(List.of(new ClockEvent.Started(START, limit,
                    new CalendarId("always", 1), AlarmPlan.ESCALATION_ONLY)))).state();
            assertThat(late).isEqualTo(
                    ClockRules.read(state, START.plus(Duration.ofHours(hours)).minusNanos(1), BOOK).overdue());
        }
    }
}
