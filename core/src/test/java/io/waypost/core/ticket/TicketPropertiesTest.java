package io.waypost.core.ticket;

import static io.waypost.core.ticket.TicketLives.life;
import static io.waypost.core.ticket.TicketLives.steps;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.deadline.ClockEvent;
import io.waypost.core.deadline.ClockRules;
import io.waypost.core.deadline.ClockState;
import io.waypost.core.deadline.ClockStep;
import io.waypost.core.deadline.Due;
import io.waypost.core.deadline.PauseReason;
import io.waypost.core.sop.Stage;
import io.waypost.core.ticket.TicketCommand.Deadline;
import io.waypost.core.ticket.TicketCommand.LookAgain;
import io.waypost.core.ticket.TicketCommand.Timed;
import io.waypost.core.ticket.TicketDecision.Granted;
import io.waypost.core.ticket.TicketDecision.Refusal;
import io.waypost.core.ticket.TicketDecision.Refused;
import io.waypost.core.ticket.TicketEffect.StageBegan;
import io.waypost.core.ticket.TicketEffect.StageEnded;
import io.waypost.core.ticket.TicketLives.Step;
import io.waypost.core.ticket.TicketState.Merged;
import io.waypost.core.ticket.TicketState.Name;
import io.waypost.core.ticket.TicketState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T1 T3 what holds for every ticket, whatever happens to it")
class TicketPropertiesTest {

    private static final int LIVES = 600;
    /** Enough for the rarest way to be taken. */
    private static final int MANY_LIVES = 12_000;

    /** Whose clocks are set aside while the result is looked at. */
    private static final Set<Stage> WORKS = Set.of(Stage.RESPONSE, Stage.SOLUTION);

    private static final Set<String> TAKEN = new TreeSet<>();
    private static final Set<String> MET = new HashSet<>();

    @BeforeAll
    static void liveManyLives() {
        steps(MANY_LIVES).forEach(step -> {
            var from = step.before().state().name();
            MET.add(from + " " + step.command().getClass().getSimpleName());
            if (step.granted()) {
                TAKEN.add(way(from, step.command().getClass(), step.after().state().name()));
            }
        });
    }

    @Test
    void everyWayOfTheTableIsTakenAndNoOther() {
        Set<String> declared = new TreeSet<>();
        for (var row : TicketTable.ways()) {
            row.to().forEach(to -> declared.add(way(row.from(), row.command(), to)));
        }
        assertThat(TAKEN).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void everyCommandMeetsEveryState() {
        assertThat(TicketLives.commandTypes()).containsExactlyInAnyOrderElementsOf(leaves(TicketCommand.class));
        Set<String> all = new HashSet<>();
        for (var state : Name.values()) {
            TicketLives.commandTypes().forEach(command -> all.add(state + " " + command.getSimpleName()));
        }
        assertThat(MET).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void theSameQuestionHasTheSameAnswerAndARefusalChangesNothing() {
        steps(LIVES).forEach(step -> {
            assertThat(TicketRules.decide(step.before(), step.command(), step.asked(), step.caller(), step.at()))
                    .isEqualTo(step.decision());
            assertThat(step.granted() || step.after().equals(step.before())).isTrue();
        });
    }

    @Test
    void whoHasNoAuthorityIsAlwaysRefused() {
        steps(LIVES).forEach(step -> {
            var way = TicketTable.way(step.before().state().name(), step.command().getClass());
            boolean open = way.isPresent() && step.caller().authorities().stream().anyMatch(way.get().by()::contains);
            assertThat(TicketRules.open(step.before(), step.command().getClass(), step.caller())).isEqualTo(open);
            if (!open) {
                assertThat(step.decision()).isInstanceOf(Refused.class);
            }
            if (way.isPresent()) {
                assertThat(step.decision().equals(new Refused(Refusal.NOT_YOURS))).isEqualTo(!open);
            }
        });
    }

    @Test
    void aDeadlineIsNotBeforeItsTimeAndIsThenGranted() {
        steps(LIVES).forEach(step -> deadline(step.after(), step).ifPresent(next -> {
            var early = TicketRules.decide(step.after(), next.command(), step.terms(), Caller.PLATFORM,
                    next.at().minusSeconds(1));
            if (!(next.command() instanceof LookAgain)) {
                assertThat(early).as("%s of %s", next, step.after()).isEqualTo(new Refused(Refusal.NOT_DUE));
            }
            fired(step.after(), next, step.terms(), next.at());
            fired(step.after(), next, step.terms(), later(next.at(), step.at()));
        }));
    }

    /** Of what is due at an instant, everything is done once, and then comes something later or nothing. */
    @Test
    void theClockComesToRest() {
        steps(LIVES).forEach(step -> {
            var ticket = step.after();
            var seen = new HashSet<Deadline>();
            var next = deadline(ticket, step);
            while (next.isPresent() && !next.get().at().isAfter(step.at())) {
                assertThat(seen.add(next.get())).as("%s of %s again", next, ticket).isTrue();
                ticket = fired(ticket, next.get(), step.terms(), step.at());
                next = deadline(ticket, step);
            }
            if (next.isPresent()) {
                var after = fired(ticket, next.get(), step.terms(), next.get().at());
                var then = TicketRules.deadline(after, step.terms(), next.get().at());
                assertThat(then).isNotEqualTo(next);
                assertThat(then.map(Deadline::at).orElse(Instant.MAX)).isAfterOrEqualTo(next.get().at());
            }
        });
    }

    @Test
    void whatIsOverAsksForNothing() {
        steps(LIVES).filter(step -> step.after().ended()).forEach(step -> {
            assertThat(deadline(step.after(), step)).isEmpty();
            assertThat(TicketRules.owed(step.after())).isFalse();
            assertThat(step.after().clock() == null || step.after().state() instanceof Merged).isTrue();
        });
    }

    @Test
    void theClockNeverCarriesATicketDownAndCountsNeverFall() {
        steps(LIVES).forEach(step -> {
            if (step.command() instanceof Timed) {
                assertThat(step.after().level()).isGreaterThanOrEqualTo(step.before().level());
            }
            assertThat(step.after().handOvers()).isGreaterThanOrEqualTo(step.before().handOvers());
            assertThat(step.after().reopens()).isGreaterThanOrEqualTo(step.before().reopens());
            assertThat(step.after().silent() || !step.before().silent()).isTrue();
        });
    }

    @Test
    void urgencyNeverMakesAStageDueLater() {
        steps(LIVES).filter(step -> step.granted() && step.command() instanceof TicketCommand.RaiseUrgent
                && !(step.before().state() instanceof Waiting)).forEach(
                        step -> assertThat(
                                rank(step.after().clock(), step)).isBeforeOrEqualTo(rank(step.before().clock(), step)));
    }

    @Test
    void aPauseNeverMakesAStageDueEarlier() {
        steps(LIVES).forEach(step -> {
            var clock = step.after().clock();
            if (clock != null) {
                var paused = clock.standing(step.at(), PauseReason.CUSTOMER)
                        .running(step.at().plus(Duration.ofMinutes(step.command().hashCode() & 0xfff)));
                assertThat(rank(paused, step)).isAfterOrEqualTo(rank(clock.running(step.at()), step));
            }
        });
    }

    @Test
    void theClockStandsWhileTheSopSaysSoAndNoLonger() {
        steps(LIVES).forEach(step -> {
            var ticket = step.after();
            if (ticket.clock() != null && !(ticket.state() instanceof Merged)) {
                boolean stands = ticket.state() instanceof Waiting(_, var reason)
                        && new Outcome(ticket, step.terms(), step.at()).pauses(ticket.clock(), reason);
                assertThat(ticket.clock().paused()).as("%s", ticket).isEqualTo(stands);
            }
        });
    }

    @Test
    void aClockEqualsTheOneReplayedFromWhatHappened() {
        for (long seed = 0; seed < LIVES; seed++) {
            var history = new ArrayList<ClockEvent>();
            var work = new ArrayList<ClockEvent>();
            for (var step : life(seed)) {
                if (step.decision() instanceof Granted(var next, var effects)) {
                    replay(step, next, effects, history, work);
                }
            }
        }
    }

    private static void replay(Step step, Ticket next, List<TicketEffect> effects, List<ClockEvent> history,
            List<ClockEvent> work) {
        for (var effect : effects) {
            if (effect instanceof StageEnded(var clock)) {
                assertThat(clock.work()).isNull();
                boolean ofWork = !work.isEmpty() && WORKS.contains(clock.stage());
                var ended = ofWork ? work : history;
                ended.add(new ClockEvent.Stopped(ofWork ? ended.getLast().at() : step.at()));
                assertThat(clock.state()).isEqualTo(replayed(ended));
                ended.clear();
            }
            if (effect instanceof StageBegan) {
                if (!history.isEmpty()) {
                    assertThat(work).isEmpty();
                    work.addAll(history);
                    history.clear();
                }
                history.add(started(Objects.requireNonNull(next.clock()), step.at()));
            }
        }
        var clock = next.clock();
        if (clock != null) {
            if (history.isEmpty()) {
                history.addAll(work);
                work.clear();
            }
            seen(history, clock, step.at());
            assertThat(clock.state()).isEqualTo(replayed(history));
            assertThat(clock.work() == null).isEqualTo(work.isEmpty());
            if (clock.work() != null) {
                seen(work, clock.work(), step.at());
                assertThat(clock.work().state()).isEqualTo(replayed(work));
            }
        }
    }

    /** What must have happened to the clock, by what it shows from outside. */
    private static void seen(List<ClockEvent> history, StageClock clock, Instant at) {
        var before = replayed(history);
        var was = before instanceof ClockState.Paused(_, _, var reason) ? reason : null;
        var is = clock.state() instanceof ClockState.Paused(_, _, var reason) ? reason : null;
        if (was != null && was != is) {
            history.add(new ClockEvent.Resumed(at));
        }
        if (!course(before).calendar().equals(clock.calendar())) {
            history.add(new ClockEvent.CalendarChanged(at, clock.calendar()));
        }
        if (!course(before).limit().equals(clock.limit())) {
            history.add(new ClockEvent.LimitChanged(at, clock.limit()));
        }
        if (is != null && was != is) {
            history.add(new ClockEvent.Paused(at, is));
        }
    }

    private static ClockEvent started(StageClock clock, Instant at) {
        var course = course(clock.state());
        return new ClockEvent.Started(at, course.limits().getFirst().limit(), course.calendar(), course.alarms());
    }

    private static ClockState replayed(List<ClockEvent> history) {
        var step = ClockRules.replay(history);
        assertThat(step).isInstanceOf(ClockStep.Taken.class);
        return ((ClockStep.Taken) step).state();
    }

    private static ClockState.Course course(ClockState state) {
        return switch (state) {
            case ClockState.Idle() -> throw new AssertionError("A stage's clock that never started");
            case ClockState.Running(var course, _) -> course;
            case ClockState.Paused(var course, _, _) -> course;
            case ClockState.Stopped(var course, _) -> course;
        };
    }

    private static Ticket fired(Ticket ticket, Deadline deadline, TicketTerms terms, Instant at) {
        var decision = TicketRules.decide(ticket, deadline.command(), terms, Caller.PLATFORM, at);
        assertThat(decision).as("%s of %s", deadline, ticket).isInstanceOf(Granted.class);
        return ((Granted) decision).next();
    }

    private static Optional<Deadline> deadline(Ticket ticket, Step step) {
        return TicketRules.deadline(ticket, step.terms(), step.at());
    }

    /** What is not known or does not run is later than every instant. */
    private static Instant rank(@Nullable StageClock clock, Step step) {
        if (clock == null) {
            return Instant.MAX;
        }
        return switch (clock.due(step.terms().book())) {
            case Due.At(var instant) -> instant;
            case Due.Beyond _ -> Instant.MAX.minusSeconds(1);
            case Due.Open() -> Instant.MAX;
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String way(Name from, Class<? extends TicketCommand> command, Name to) {
        return "%s --%s--> %s".formatted(from, command.getSimpleName(), to);
    }

    @SuppressWarnings("unchecked") // What TicketCommand permits are commands.
    private static List<Class<? extends TicketCommand>> leaves(Class<?> sealed) {
        var leaves = new ArrayList<Class<? extends TicketCommand>>();
        for (var type : sealed.getPermittedSubclasses()) {
            if (type.isSealed()) {
                leaves.addAll(leaves(type));
            } else {
                leaves.add((Class<? extends TicketCommand>) type);
            }
        }
        return leaves;
    }
}
