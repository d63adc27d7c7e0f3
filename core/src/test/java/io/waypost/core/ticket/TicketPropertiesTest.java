package io.waypost.core.ticket;

import static io.waypost.core.ticket.TicketFixture.CHENGDU;
import static io.waypost.core.ticket.TicketFixture.NINE;
import static io.waypost.core.ticket.TicketFixture.POLICY;
import static io.waypost.core.ticket.TicketFixture.REGIONLESS;
import static io.waypost.core.ticket.TicketFixture.TIANHE;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.ticket.TicketCommand.Deadline;
import io.waypost.core.ticket.TicketCommand.Timed;
import io.waypost.core.ticket.TicketDecision.Accepted;
import io.waypost.core.ticket.TicketDecision.Refusal;
import io.waypost.core.ticket.TicketDecision.Refused;
import io.waypost.core.ticket.TicketState.Closed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DisplayName("P8 what holds for every ticket, whatever happens to it")
class TicketPropertiesTest {

    private static final int STEPS = 60;
    private static final List<Ladder> LADDERS = List.of(TIANHE, CHENGDU, REGIONLESS,
            new Ladder("O440106-003", "R06", "HQ"));

    @Test
    void everyDeclaredTransitionIsVisitedAndNoOther() {
        Set<TicketTransition> visited = new HashSet<>();
        for (long seed = 0; seed < 2_000; seed++) {
            for (var step : life(seed)) {
                if (step.decision() instanceof Accepted(var next, _)) {
                    visited.add(new TicketTransition(step.before().state().getClass(), step.command().getClass(),
                            next.state().getClass()));
                }
            }
        }
        assertThat(visited).containsExactlyInAnyOrderElementsOf(TicketTransition.declared());
    }

    @Test
    void everyCommandMeetsEveryState() {
        Set<String> met = new HashSet<>();
        for (long seed = 0; seed < 2_000; seed++) {
            life(seed).forEach(step -> met.add(step.before().state().getClass().getSimpleName() + " "
                    + step.command().getClass().getSimpleName()));
        }
        int commands = leaves(TicketCommand.class);
        assertThat(met).hasSize(commands * TicketState.class.getPermittedSubclasses().length);
    }

    @RepeatedTest(200)
    void aDeadlineFiresAtItsTimeAndLeadsToALaterOneOrNone(RepetitionInfo repetition) {
        for (var step : life(repetition.getCurrentRepetition())) {
            var ticket = step.after();
            TicketRules.deadline(ticket, POLICY).ifPresent(deadline -> {
                assertThat(TicketRules.decide(ticket, deadline.command(), POLICY, deadline.at().minusSeconds(1)))
                        .isEqualTo(new Refused(Refusal.NOT_DUE));
                var fired = TicketRules.decide(ticket, deadline.command(), POLICY, deadline.at());
                assertThat(fired).as("%s of %s", deadline, ticket).isInstanceOf(Accepted.class);
                TicketRules.deadline(((Accepted) fired).next(), POLICY)
                        .ifPresent(next -> assertThat(next.at()).isAfter(deadline.at()));
            });
        }
    }

    @RepeatedTest(200)
    void closedStaysClosedAndAsksForNothing(RepetitionInfo repetition) {
        boolean closed = false;
        for (var step : life(repetition.getCurrentRepetition())) {
            if (closed) {
                assertThat(step.decision()).isInstanceOf(Refused.class);
            }
            if (step.after().state() instanceof Closed) {
                closed = true;
                assertThat(TicketRules.deadline(step.after(), POLICY)).isEmpty();
                assertThat(step.after().level()).isEmpty();
            }
        }
    }

    @RepeatedTest(200)
    void theClockNeverCarriesATicketDown(RepetitionInfo repetition) {
        for (var step : life(repetition.getCurrentRepetition())) {
            if (step.command() instanceof Timed && step.decision() instanceof Accepted) {
                var before = step.before().level().orElseThrow();
                assertThat(step.after().level().orElseThrow()).isGreaterThanOrEqualTo(before);
            }
        }
    }

    @RepeatedTest(200)
    void urgencyIsNeverTakenBackAndAFindingNeverForgotten(RepetitionInfo repetition) {
        for (var step : life(repetition.getCurrentRepetition())) {
            assertThat(step.after().urgent() || !step.before().urgent()).isTrue();
            assertThat(step.after().silent() || !step.before().silent()).isTrue();
        }
    }

    private record Step(Ticket before, TicketCommand command, TicketDecision decision, Instant at) {

        Ticket after() {
            return decision instanceof Accepted(var next, _) ? next : before;
        }
    }

    /** One random life of a ticket: the clock's own commands mixed with people's, time moving on. */
    private static List<Step> life(long seed) {
        var random = new Random(seed);
        var steps = new ArrayList<Step>();
        var ticket = Ticket.about(pick(random, List.of(TicketKind.values())), random.nextInt(8) == 0,
                pick(random, LADDERS));
        var now = NINE;
        for (int i = 0; i < STEPS; i++) {
            TicketCommand command;
            var deadline = TicketRules.deadline(ticket, POLICY);
            if (deadline.isPresent() && random.nextInt(3) == 0) {
                now = later(now, deadline.get());
                command = deadline.get().command();
            } else {
                now = now.plus(Duration.ofMinutes(random.nextInt(30)));
                command = command(random, now, i);
            }
            var step = new Step(ticket, command, TicketRules.decide(ticket, command, POLICY, now), now);
            steps.add(step);
            ticket = step.after();
        }
        return steps;
    }

    private static Instant later(Instant now, Deadline deadline) {
        return deadline.at().isAfter(now) ? deadline.at() : now;
    }

    private static TicketCommand command(Random random, Instant now, int step) {
        return switch (random.nextInt(step < 2 ? 14 : 40)) {
            case 0, 1 -> new TicketCommand.Open();
            case 2 -> new TicketCommand.Join(pick(random, LADDERS));
            case 3 -> new TicketCommand.Urge();
            case 4 -> new TicketCommand.Note();
            case 5 -> new TicketCommand.RaiseUrgent();
            case 6 -> new TicketCommand.Redispatch(pick(random, LADDERS));
            case 7 -> new TicketCommand.CauseGone();
            case 8 -> new TicketCommand.Close(pick(random, List.of(CloseReason.values())));
            case 9 -> new TicketCommand.Warn();
            case 10 -> new TicketCommand.Escalate();
            case 11 -> new TicketCommand.Resume();
            case 12 -> new TicketCommand.FollowUp();
            default -> new TicketCommand.Give(answer(random, now));
        };
    }

    private static Answer answer(Random random, Instant now) {
        return switch (random.nextInt(6)) {
            case 0 -> new Answer.FoundForwarded();
            case 1 -> new Answer.FoundDamaged();
            case 2 -> new Answer.NotFound();
            case 3 -> new Answer.Misdirected(pick(random, LADDERS));
            case 4 -> new Answer.WaitingCustomer(now.plus(Duration.ofHours(random.nextInt(200))));
            default -> new Answer.OnTheWay(now.plus(Duration.ofHours(random.nextInt(48))));
        };
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static int leaves(Class<?> sealed) {
        int leaves = 0;
        for (var type : sealed.getPermittedSubclasses()) {
            leaves += type.isSealed() ? leaves(type) : 1;
        }
        return leaves;
    }
}
