package io.waypost.core.deadline;

import static io.waypost.core.calendar.CalendarFixture.ALWAYS;
import static io.waypost.core.calendar.CalendarFixture.DESK;
import static io.waypost.core.calendar.CalendarFixture.NIGHT;
import static io.waypost.core.calendar.CalendarFixture.OUTLET;
import static io.waypost.core.calendar.CalendarFixture.at;
import static io.waypost.core.calendar.CalendarFixture.sure;
import static io.waypost.core.deadline.ClockFixture.ALARMS;
import static io.waypost.core.deadline.ClockFixture.BOOK;
import static io.waypost.core.deadline.ClockFixture.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.waypost.core.calendar.HolidayYear;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.calendar.WorkCalendar;
import io.waypost.core.calendar.WorkTime;
import io.waypost.core.deadline.AlarmPlan.Repeat;
import io.waypost.core.deadline.AlarmPlan.Warning;
import io.waypost.core.deadline.ClockEvent.CalendarChanged;
import io.waypost.core.deadline.ClockEvent.LimitChanged;
import io.waypost.core.deadline.ClockEvent.Paused;
import io.waypost.core.deadline.ClockEvent.Resumed;
import io.waypost.core.deadline.ClockEvent.Started;
import io.waypost.core.deadline.ClockEvent.Stopped;
import io.waypost.core.deadline.ClockStep.Refusal;
import io.waypost.core.deadline.ClockStep.Refused;
import io.waypost.core.deadline.ClockStep.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T3 the internal clock by hand")
class ClockExamplesTest {

    @Test
    void twoHoursAtAnOutletThatClosesAtEight() {
        var clock = state(List.of(start("2026-03-07T19:00", 2, OUTLET)));
        assertThat(due(clock)).isEqualTo(at("2026-03-08T09:00"));
        var reading = ClockRules.read(clock, at("2026-03-08T08:15"), BOOK);
        assertThat(reading.used()).isEqualTo(new WorkTime.Exact(Duration.ofMinutes(75)));
        assertThat(reading.left()).isEqualTo(Duration.ofMinutes(45));
        assertThat(reading.overdue()).isFalse();
        var late = ClockRules.read(clock, at("2026-03-08T10:00"), BOOK);
        assertThat(late.left()).isEqualTo(Duration.ofHours(-1));
        assertThat(late.overdue()).isTrue();
    }

    @Test
    void springFestivalAndAMakeUpSaturday() {
        assertThat(due(state(List.of(start("2026-02-13T17:00", 2, DESK))))).isEqualTo(at("2026-02-14T09:00"));
        assertThat(due(state(List.of(start("2026-02-14T17:00", 2, DESK))))).isEqualTo(at("2026-02-24T09:00"));
        assertThat(due(state(List.of(start("2026-02-14T17:00", 2, ALWAYS))))).isEqualTo(at("2026-02-14T19:00"));
        assertThat(due(state(List.of(start("2026-03-03T12:00", 4, NIGHT))))).isEqualTo(at("2026-03-04T02:00"));
        assertThat(due(state(List.of(start("2025-12-31T17:00", 2, DESK))))).isEqualTo(at("2026-01-04T09:00"));
    }

    @Test
    void aPauseCountsInWorkingTime() {
        var paused = new ArrayList<ClockEvent>(List.of(start("2026-03-07T10:00", 4, OUTLET),
                new Paused(at("2026-03-07T11:00"), PauseReason.CUSTOMER)));
        assertThat(ClockRules.due(state(paused), BOOK)).isEqualTo(new Due.Open());
        assertThat(ClockRules.read(state(paused), at("2026-03-09T11:00"), BOOK).left()).isEqualTo(Duration.ofHours(3));
        paused.add(new Resumed(at("2026-03-07T19:00")));
        assertThat(due(state(paused))).isEqualTo(at("2026-03-08T10:00"));
    }

    @Test
    void aPauseAfterTheLimitDoesNotMakeItUndone() {
        var clock = state(List.of(start("2026-03-07T10:00", 1, OUTLET),
                new Paused(at("2026-03-07T12:00"), PauseReason.CUSTOMER)));
        assertThat(due(clock)).isEqualTo(at("2026-03-07T11:00"));
    }

    @Test
    void anotherLimitCountsFromTheStart() {
        var first = start("2026-03-07T08:00", 8, OUTLET);
        assertThat(due(state(List.of(first, limit("2026-03-07T10:00", 4))))).isEqualTo(at("2026-03-07T12:00"));
        assertThat(due(state(List.of(first, limit("2026-03-07T13:00", 4)))))
                .as("nobody is late in hindsight").isEqualTo(at("2026-03-07T13:00"));
        assertThat(due(state(List.of(first, limit("2026-03-07T18:00", 4)))))
                .as("it was over already").isEqualTo(at("2026-03-07T16:00"));
        assertThat(due(state(List.of(first, limit("2026-03-07T18:00", 9)))))
                .as("raised, and over all the same").isEqualTo(at("2026-03-07T17:00"));
        assertThat(due(state(List.of(first, limit("2026-03-07T18:00", 13))))).isEqualTo(at("2026-03-08T09:00"));
        assertThat(due(state(List.of(first, limit("2026-03-07T13:00", 2), limit("2026-03-07T14:00", 3)))))
                .as("lowered, then raised a little").isEqualTo(at("2026-03-07T13:00"));
    }

    @Test
    void anotherCalendarCountsFromWhenItWasSet() {
        var clock = state(List.of(start("2026-03-07T18:00", 4, OUTLET),
                new CalendarChanged(at("2026-03-07T19:00"), ALWAYS.id())));
        assertThat(due(clock)).isEqualTo(at("2026-03-07T22:00"));
        var reading = ClockRules.read(clock, at("2026-03-07T21:00"), BOOK);
        assertThat(reading.parts()).extracting(part -> part.span().calendar(), ClockReading.Part::time)
                .containsExactly(tuple(OUTLET.id(), new WorkTime.Exact(Duration.ofHours(1))),
                        tuple(ALWAYS.id(), new WorkTime.Exact(Duration.ofHours(2))));
    }

    @Test
    void warnsEscalatesAndClimbs() {
        var clock = state(List.of(start("2026-03-07T17:00", 4, OUTLET)));
        assertThat(fired(clock, every("2026-03-07T17:00", "2026-03-10T20:00")))
                .extracting(Firing::kind, Firing::ordinal, Firing::at).containsExactly(
                        tuple(Firing.Kind.WARNING, 1, at("2026-03-07T19:00")),
                        tuple(Firing.Kind.WARNING, 2, at("2026-03-08T08:30")),
                        tuple(Firing.Kind.ESCALATION, 1, at("2026-03-08T09:00")),
                        tuple(Firing.Kind.REPEAT, 1, at("2026-03-08T11:00")),
                        tuple(Firing.Kind.REPEAT, 2, at("2026-03-08T13:00")),
                        tuple(Firing.Kind.REPEAT, 3, at("2026-03-08T15:00")));
    }

    @Test
    void afterAnOutageWarningsAreLeftOutOnceItIsEscalated() {
        var clock = state(List.of(start("2026-03-07T17:00", 4, OUTLET)));
        assertThat(fired(clock, List.of(at("2026-03-08T08:45")))).extracting(Firing::at)
                .as("both warnings still help").containsExactly(at("2026-03-07T19:00"), at("2026-03-08T08:30"));
        assertThat(fired(clock, List.of(at("2026-03-08T12:00")))).extracting(Firing::kind, Firing::at)
                .containsExactly(tuple(Firing.Kind.ESCALATION, at("2026-03-08T09:00")),
                        tuple(Firing.Kind.REPEAT, at("2026-03-08T11:00")));
    }

    @Test
    void firesAgainAfterAnotherLimitButNotAfterAPause() {
        var history = new ArrayList<ClockEvent>(List.of(start("2026-03-07T08:00", 4, OUTLET)));
        var fired = keys(fired(state(history), List.of(at("2026-03-07T11:45"))));
        assertThat(fired).hasSize(2);
        history.add(new Paused(at("2026-03-07T11:45"), PauseReason.CUSTOMER));
        assertThat(ClockRules.next(state(history), fired, at("2026-03-07T12:00"), BOOK))
                .isEqualTo(new NextFiring.None());
        history.add(new Resumed(at("2026-03-07T13:00")));
        assertThat(next(state(history), fired, "2026-03-07T13:00")).extracting(Firing::kind, Firing::at)
                .containsExactly(Firing.Kind.ESCALATION, at("2026-03-07T13:15"));
        history.add(limit("2026-03-07T13:05", 6));
        assertThat(next(state(history), fired, "2026-03-07T13:05")).extracting(Firing::kind, Firing::at)
                .as("half of the new limit is over already")
                .containsExactly(Firing.Kind.WARNING, at("2026-03-07T13:05"));
    }

    @Test
    void stepsCountFromWhenALoweredLimitWasDue() {
        var clock = state(List.of(start("2026-03-07T08:00", 10, OUTLET), limit("2026-03-07T14:00", 2)));
        assertThat(fired(clock, every("2026-03-07T14:00", "2026-03-07T17:00"))).extracting(Firing::kind, Firing::at)
                .containsExactly(tuple(Firing.Kind.ESCALATION, at("2026-03-07T14:00")),
                        tuple(Firing.Kind.REPEAT, at("2026-03-07T16:00")));
    }

    @Test
    void aWarningThatWouldLieAtTheStartWarnsNobody() {
        var alarms = new AlarmPlan(List.of(new Warning.Before(Duration.ofHours(2))), Repeat.NEVER);
        var clock = state(List.of(new Started(at("2026-03-07T08:00"), Duration.ofHours(2), OUTLET.id(), alarms)));
        assertThat(next(clock, Set.of(), "2026-03-07T08:00").kind()).isEqualTo(Firing.Kind.ESCALATION);
        assertThatThrownBy(() -> new Warning.Share(100)).hasMessage("The warning's share (100 %) must be 1 to 99 %.");
    }

    @Test
    void aStoppedClockFiresNothingAndShowsWhatItShowed() {
        var clock = state(List.of(start("2026-03-07T08:00", 4, OUTLET), new Stopped(at("2026-03-07T13:00"))));
        assertThat(ClockRules.next(clock, Set.of(), at("2026-03-08T13:00"), BOOK)).isEqualTo(new NextFiring.None());
        var reading = ClockRules.read(clock, at("2026-03-09T13:00"), BOOK);
        assertThat(sure(reading.used())).isEqualTo(Duration.ofHours(5));
        assertThat(reading.overdue()).isTrue();
        var inTime = state(List.of(start("2026-03-07T08:00", 4, OUTLET), new Stopped(at("2026-03-07T09:00"))));
        assertThat(ClockRules.read(inTime, at("2026-03-09T13:00"), BOOK).overdue()).isFalse();
    }

    @Test
    void beyondTheAnnouncedHolidaysItIsProvisionalUntilTheyAre() {
        var clock = state(List.of(start("2026-12-31T17:00", 2, DESK)));
        var end = at("2027-01-01T00:00");
        assertThat(ClockRules.due(clock, BOOK)).isEqualTo(new Due.Beyond(DESK.known(), end));
        assertThat(next(clock, Set.of(), "2026-12-31T17:00").at()).as("half of it is known")
                .isEqualTo(at("2026-12-31T18:00"));
        var half = Set.of(new Firing.Key(Firing.Kind.WARNING, Duration.ofHours(1)));
        assertThat(ClockRules.next(clock, half, end, BOOK)).isEqualTo(new NextFiring.Unknown(DESK.known(), end));
        var reading = ClockRules.read(clock, at("2027-01-05T12:00"), BOOK);
        assertThat(reading.used()).isEqualTo(new WorkTime.AtLeast(Duration.ofHours(1), DESK.known()));
        assertThat(reading.overdue()).isFalse();

        var announced = Holidays.china().with(new HolidayYear(2027, "虚构", List.of(), Set.of()));
        var newer = ClockFixture.book(DESK.with(announced));
        assertThat(ClockRules.due(clock, newer)).as("the same state").isEqualTo(new Due.At(at("2027-01-01T09:00")));
    }

    @Test
    void whatCannotHappenIsRefusedAndChangesNothing() {
        var start = start("2026-03-07T08:00", 4, OUTLET);
        var pause = new Paused(at("2026-03-07T09:00"), PauseReason.EVIDENCE);
        var resume = new Resumed(at("2026-03-07T10:00"));
        var stop = new Stopped(at("2026-03-07T11:00"));
        refused(List.of(pause), Refusal.NOT_STARTED);
        refused(List.of(start, start), Refusal.ALREADY_STARTED);
        refused(List.of(start, pause, start("2026-03-07T09:30", 4, OUTLET)), Refusal.ALREADY_STARTED);
        refused(List.of(start, resume), Refusal.NOT_PAUSED);
        refused(List.of(start, pause, pause), Refusal.ALREADY_PAUSED);
        refused(List.of(start, stop, resume), Refusal.CLOCK_STOPPED);
        refused(List.of(start, resume(7)), Refusal.OUT_OF_ORDER);
        refused(List.of(start, pause, new CalendarChanged(at("2026-03-07T12:00"), DESK.id()), resume),
                Refusal.OUT_OF_ORDER);
        assertThatThrownBy(() -> start("2026-03-07T08:00", 0, OUTLET)).hasMessage("The limit (PT0S) must be positive.");
    }

    private static Resumed resume(int hour) {
        return new Resumed(at("2026-03-07T00:00").plus(Duration.ofHours(hour)));
    }

    private static void refused(List<ClockEvent> history, Refusal reason) {
        assertThat(ClockRules.replay(history)).isEqualTo(new Refused(history.getLast(), reason));
        assertThat(ClockRules.replay(history.subList(0, history.size() - 1))).isInstanceOf(Taken.class);
    }

    private static Started start(String at, long hours, WorkCalendar calendar) {
        return new Started(at(at), Duration.ofHours(hours), calendar.id(), ALARMS);
    }

    private static LimitChanged limit(String at, long hours) {
        return new LimitChanged(at(at), Duration.ofHours(hours));
    }

    private static Instant due(ClockState clock) {
        return ClockFixture.rank(ClockRules.due(clock, BOOK));
    }

    private static Firing next(ClockState clock, Set<Firing.Key> fired, String now) {
        return ((NextFiring.Next) ClockRules.next(clock, fired, at(now), BOOK)).firing();
    }

    private static Set<Firing.Key> keys(List<Firing> firings) {
        var keys = new HashSet<Firing.Key>();
        firings.forEach(firing -> keys.add(firing.key()));
        return keys;
    }

    private static List<Instant> every(String from, String until) {
        var looks = new ArrayList<Instant>();
        for (var now = at(from); !now.isAfter(at(until)); now = now.plusSeconds(300)) {
            looks.add(now);
        }
        return looks;
    }

    private static List<Firing> fired(ClockState clock, List<Instant> looks) {
        var firings = new ArrayList<Firing>();
        for (var now : looks) {
            while (ClockRules.next(clock, keys(firings), now, BOOK) instanceof NextFiring.Next(var firing)
                    && !firing.at().isAfter(now)
                    && firings.size() < 200) {
                firings.add(firing);
            }
        }
        return firings;
    }
}
