package io.waypost.core.deadline;

import static io.waypost.core.deadline.ClockFixture.rank;
import static io.waypost.core.deadline.ClockFixture.scene;
import static io.waypost.core.deadline.ClockFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.calendar.CalendarFixture;
import io.waypost.core.calendar.WorkCalendar.Answer;
import io.waypost.core.deadline.ClockEvent.CalendarChanged;
import io.waypost.core.deadline.ClockEvent.LimitChanged;
import io.waypost.core.deadline.ClockEvent.Resumed;
import io.waypost.core.deadline.ClockEvent.Started;
import io.waypost.core.deadline.ClockFixture.Kept;
import io.waypost.core.deadline.ClockFixture.Scene;
import io.waypost.core.deadline.ClockStep.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("T3 what holds for every internal clock")
class ClockPropertiesTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 250);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithAClockKeptQuarterByQuarter(long seed) {
        var scene = scene(seed);
        var end = scene.history().getLast().at().plus(Duration.ofDays(8));
        var kept = new Kept(scene, end);
        var reading = ClockRules.read(state(scene.history()), end, scene.book());
        assertThat(CalendarFixture.sure(reading.used())).as("used, %s", scene.history()).isEqualTo(kept.used());
        assertThat(reading.overdue()).isEqualTo(kept.due() != null);
        if (kept.due() != null) {
            assertThat(reading.due()).as("due, %s", scene.history()).isEqualTo(new Due.At(kept.due()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keptStepByStepItEqualsTheOneOfTheWholeHistory(long seed) {
        var scene = ClockFixture.abroad(seed);
        ClockState kept = new ClockState.Idle();
        for (int i = 0; i < scene.history().size(); i++) {
            kept = ((Taken) ClockRules.step(kept, scene.history().get(i))).state();
            var whole = state(scene.history().subList(0, i + 1));
            assertThat(kept).isEqualTo(whole);
            var now = scene.end(i);
            assertThat(ClockRules.read(kept, now, scene.book())).isEqualTo(ClockRules.read(whole, now, scene.book()));
        }
        var reading = ClockRules.read(kept, scene.history().getLast().at(), scene.book());
        assertThat(reading.parts().stream().map(part -> part.time().certain()).reduce(Duration.ZERO, Duration::plus))
                .as("the parts explain the sum").isEqualTo(reading.used().certain());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPauseNeverMakesItDueEarlier(long seed) {
        var scene = ClockFixture.abroad(seed);
        for (int place : scene.runningAfter()) {
            var from = within(scene, place, scene.history().get(place).at());
            var until = within(scene, place, from);
            var paused = scene.with(place, new ClockEvent.Paused(from, PauseReason.EVIDENCE), new Resumed(until));
            assertThat(rank(ClockFixture.due(paused, scene.book()))).as("%s", paused)
                    .isAfterOrEqualTo(rank(scene.due()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPauseOutsideOfWorkingTimeChangesNothing(long seed) {
        var scene = ClockFixture.abroad(seed);
        for (int place : scene.runningAfter()) {
            var from = within(scene, place, scene.history().get(place).at());
            var calendar = scene.calendar(place);
            if (calendar.isWorking(from) != Answer.NO) {
                continue;
            }
            var open = CalendarFixture.sure(calendar.nextWorking(from));
            var until = open.isBefore(scene.end(place)) ? open : scene.end(place);
            var paused = scene.with(place, new ClockEvent.Paused(from, PauseReason.EVIDENCE), new Resumed(until));
            sameClock(scene, paused);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void splittingASpanChangesNothing(long seed) {
        var scene = ClockFixture.abroad(seed);
        for (int place : scene.runningAfter()) {
            var at = within(scene, place, scene.history().get(place).at());
            sameClock(scene, scene.with(place, new CalendarChanged(at, scene.calendar(place).id())));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void raisingALimitNeverMakesItDueEarlier(long seed) {
        var scene = ClockFixture.abroad(seed);
        for (int i = 0; i < scene.history().size(); i++) {
            var raised = new ArrayList<>(scene.history());
            var more = Duration.ofMinutes(scene.random().nextInt(0, 2_000));
            raised.set(i, switch (raised.get(i)) {
                case Started(var at, var limit, var calendar, var alarms) -> new Started(at, limit.plus(more),
                        calendar, alarms);
                case LimitChanged(var at, var limit) -> new LimitChanged(at, limit.plus(more));
                case ClockEvent.Paused paused -> paused;
                case ClockEvent.Stopped stopped -> stopped;
                case Resumed resumed -> resumed;
                case CalendarChanged changed -> changed;
            });
            assertThat(rank(ClockFixture.due(raised, scene.book()))).as("%s", raised)
                    .isAfterOrEqualTo(rank(scene.due()));
        }
        var last = scene.history().getLast().at();
        var current = ClockRules.read(state(scene.history()), last, scene.book()).limit();
        var later = scene.with(scene.history().size() - 1,
                new LimitChanged(last.plusSeconds(scene.random().nextInt(400_000)), current.plusSeconds(1)));
        assertThat(rank(ClockFixture.due(later, scene.book()))).isAfterOrEqualTo(rank(scene.due()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsDueFiresOnceAndInOrderHoweverLate(long seed) {
        var scene = ClockFixture.abroad(seed);
        var clock = state(scene.history());
        var end = scene.history().getLast().at().plus(Duration.ofDays(25));
        var last = scene.history().getLast().at();
        var looks = scene.random().longs(40, last.getEpochSecond(), end.getEpochSecond()).sorted()
                .mapToObj(Instant::ofEpochSecond).toList();
        var punctual = fire(scene, clock, every(last, end));
        var sometimes = fire(scene, clock, looks);
        var late = fire(scene, clock, List.of(end));
        for (var firings : List.of(punctual, sometimes, late)) {
            assertThat(firings).extracting(Firing::key).doesNotHaveDuplicates();
            assertThat(firings).extracting(Firing::at).isSorted();
            assertThat(punctual).as("no other than the punctual one").containsAll(firings);
        }
        assertThat(late.stream().filter(firing -> firing.kind() != Firing.Kind.WARNING).toList())
                .as("escalation and steps are never left out")
                .isEqualTo(punctual.stream().filter(firing -> firing.kind() != Firing.Kind.WARNING).toList());
        boolean overdue = ClockRules.read(clock, end, scene.book()).overdue();
        assertThat(late.stream().anyMatch(firing -> firing.kind() == Firing.Kind.ESCALATION)).isEqualTo(overdue);
        assertThat(overdue && late.stream().anyMatch(firing -> firing.kind() == Firing.Kind.WARNING)).isFalse();
    }

    /** As a scheduler would: at each look, all that is not after it. */
    private static List<Firing> fire(Scene scene, ClockState clock, List<Instant> looks) {
        var firings = new ArrayList<Firing>();
        Set<Firing.Key> fired = new HashSet<>();
        for (var now : looks) {
            while (ClockRules.next(clock, fired, now, scene.book()) instanceof NextFiring.Next(var firing)
                    && !firing.at().isAfter(now)
                    && firings.size() < 200) {
                firings.add(firing);
                fired.add(firing.key());
            }
        }
        return firings;
    }

    private static List<Instant> every(Instant first, Instant last) {
        return LongStream.rangeClosed(0, Duration.between(first, last).toMinutes() / 15)
                .mapToObj(quarter -> first.plusSeconds(900 * quarter)).toList();
    }

    private static void sameClock(Scene scene, List<ClockEvent> changed) {
        assertThat(ClockFixture.due(changed, scene.book())).as("%s", changed).isEqualTo(scene.due());
        var now = scene.end(scene.history().size() - 1);
        assertThat(ClockRules.read(state(changed), now, scene.book()).used())
                .isEqualTo(ClockRules.read(state(scene.history()), now, scene.book()).used());
    }

    private static Instant within(Scene scene, int place, Instant from) {
        return from.plusSeconds(scene.random().nextLong(Duration.between(from, scene.end(place)).toSeconds() + 1));
    }
}
