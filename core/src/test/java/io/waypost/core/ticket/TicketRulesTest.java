package io.waypost.core.ticket;

import static io.waypost.core.ticket.TicketFixture.CHENGDU;
import static io.waypost.core.ticket.TicketFixture.NINE;
import static io.waypost.core.ticket.TicketFixture.POLICY;
import static io.waypost.core.ticket.TicketFixture.REGIONLESS;
import static io.waypost.core.ticket.TicketFixture.TIANHE;
import static io.waypost.core.ticket.TicketFixture.accept;
import static io.waypost.core.ticket.TicketFixture.accepted;
import static io.waypost.core.ticket.TicketFixture.minutes;
import static io.waypost.core.ticket.TicketFixture.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.ticket.Answer.FoundDamaged;
import io.waypost.core.ticket.Answer.FoundForwarded;
import io.waypost.core.ticket.Answer.Misdirected;
import io.waypost.core.ticket.Answer.NotFound;
import io.waypost.core.ticket.Answer.OnTheWay;
import io.waypost.core.ticket.Answer.WaitingCustomer;
import io.waypost.core.ticket.TicketCommand.CauseGone;
import io.waypost.core.ticket.TicketCommand.Close;
import io.waypost.core.ticket.TicketCommand.Deadline;
import io.waypost.core.ticket.TicketCommand.Escalate;
import io.waypost.core.ticket.TicketCommand.FollowUp;
import io.waypost.core.ticket.TicketCommand.Give;
import io.waypost.core.ticket.TicketCommand.Join;
import io.waypost.core.ticket.TicketCommand.Note;
import io.waypost.core.ticket.TicketCommand.RaiseUrgent;
import io.waypost.core.ticket.TicketCommand.Redispatch;
import io.waypost.core.ticket.TicketCommand.Resume;
import io.waypost.core.ticket.TicketCommand.Urge;
import io.waypost.core.ticket.TicketCommand.Warn;
import io.waypost.core.ticket.TicketDecision.Refusal;
import io.waypost.core.ticket.TicketDecision.Refused;
import io.waypost.core.ticket.TicketEffect.Acted;
import io.waypost.core.ticket.TicketEffect.Assign;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketEffect.Log;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketEffect.Tell;
import io.waypost.core.ticket.TicketEffect.TroubleConfirmed;
import io.waypost.core.ticket.TicketEffect.Whom;
import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.Dispatched;
import io.waypost.core.ticket.TicketState.Patience;
import io.waypost.core.ticket.TicketState.Replied;
import io.waypost.core.ticket.TicketState.WaitReason;
import io.waypost.core.ticket.TicketState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("P8 T2 T3 the rules of a ticket")
class TicketRulesTest {

    private static final Ticket SILENT = opened(TicketKind.SILENT_PARCEL);

    @Nested
    class Time {

        @Test
        void aSilentParcelIsDueInTwoHoursAtThePlaceResponsible() {
            var decision = accepted(Ticket.about(TicketKind.SILENT_PARCEL, false, TIANHE), new TicketCommand.Open(),
                    NINE);
            assertThat(decision.next().state()).isEqualTo(fresh(TicketLevel.OUTLET, minutes(120)));
            assertThat(decision.effects()).containsExactly(new Log(Event.OPENED),
                    new Assign(TicketLevel.OUTLET, "O440106-003"), new Tell(Whom.HOLDER, News.OPENED));
        }

        @Test
        void itClimbsFromOutletToRegionToHeadquartersAndStaysOverdueThere() {
            var warned = fire(SILENT, new Warn(), minutes(90));
            var region = fire(warned, new Escalate(), minutes(120));
            assertThat(region.state()).isEqualTo(fresh(TicketLevel.REGION, minutes(240)));
            var headquarters = fire(fire(region, new Warn(), minutes(210)), new Escalate(), minutes(240));
            assertThat(headquarters.state()).isEqualTo(fresh(TicketLevel.HEADQUARTERS, minutes(480)));
            var lapsed = fire(fire(headquarters, new Warn(), minutes(450)), new Escalate(), minutes(480));
            assertThat(lapsed.state())
                    .isEqualTo(new Dispatched(TicketLevel.HEADQUARTERS, minutes(480), Patience.LAPSED));
            assertThat(TicketRules.deadline(lapsed, POLICY)).isEmpty();
        }

        @Test
        void aPlaceWithoutRegionGoesStraightToHeadquarters() {
            var ticket = accept(Ticket.about(TicketKind.SILENT_PARCEL, false, REGIONLESS), new TicketCommand.Open(),
                    NINE);
            var up = accept(accept(ticket, new Warn(), minutes(90)), new Escalate(), minutes(120));
            assertThat(up.level()).contains(TicketLevel.HEADQUARTERS);
        }

        @Test
        void aLimitNotLongerThanTheWarningWarnsNobody() {
            var hasty = new TicketPolicy(2, POLICY.normal(), POLICY.urgent(), Duration.ofHours(2),
                    POLICY.checkAfter(), POLICY.longestWait(), POLICY.lateness());
            assertThat(TicketRules.deadline(SILENT, hasty))
                    .contains(new Deadline(minutes(120), new Escalate()));
        }

        @Test
        void aDeadlineFoundLateCountsFromWhenItWasFound() {
            assertThat(POLICY.firedAt(NINE, minutes(30))).isEqualTo(NINE);
            assertThat(POLICY.firedAt(NINE, minutes(31))).isEqualTo(minutes(31));
        }

        @Test
        void theClockIsRefusedBeforeItsTime() {
            assertRefused(SILENT, new Warn(), minutes(89), Refusal.NOT_DUE);
            assertRefused(SILENT, new Escalate(), minutes(119), Refusal.NOT_DUE);
            var waiting = accept(SILENT, give(new WaitingCustomer(minutes(600))), NINE);
            assertRefused(waiting, new Resume(), minutes(599), Refusal.NOT_DUE);
            var replied = accept(SILENT, give(new FoundForwarded()), NINE);
            assertRefused(replied, new FollowUp(), minutes(719), Refusal.NOT_DUE);
        }

        private Ticket fire(Ticket ticket, TicketCommand.Timed command, Instant at) {
            assertThat(TicketRules.deadline(ticket, POLICY)).isEqualTo(Optional.of(new Deadline(at, command)));
            return accept(ticket, command, at);
        }
    }

    @Nested
    class Answers {

        @Test
        void foundAndForwardedWaitsTwelveHoursForAScanThenComesBackOneLevelUp() {
            var decision = accepted(SILENT, give(new FoundForwarded()), minutes(10));
            assertThat(decision.next().state()).isEqualTo(new Replied(TicketLevel.OUTLET, minutes(730)));
            assertThat(decision.effects()).containsExactly(new Log(Event.ANSWERED), new Acted());
            var back = accepted(decision.next(), new FollowUp(), minutes(730));
            assertThat(back.next().state()).isEqualTo(fresh(TicketLevel.REGION, minutes(850)));
            assertThat(back.effects()).contains(new Tell(Whom.HOLDER, News.NOT_MOVED), new Log(Event.ESCALATED));
        }

        @Test
        void atHeadquartersItComesBackToHeadquarters() {
            var replied = SILENT.to(new Replied(TicketLevel.HEADQUARTERS, minutes(60)));
            var back = accepted(replied, new FollowUp(), minutes(60));
            assertThat(back.next().state()).isEqualTo(fresh(TicketLevel.HEADQUARTERS, minutes(300)));
            assertThat(back.effects()).doesNotContain(new Log(Event.ESCALATED));
        }

        @Test
        void damageAndLossAreConfirmedTroubleForTheRegion() {
            for (var answer : new Answer[]{new FoundDamaged(), new NotFound()}) {
                var decision = accepted(SILENT, give(answer), minutes(10));
                assertThat(decision.next().state()).isEqualTo(fresh(TicketLevel.REGION, minutes(130)));
                assertThat(decision.effects()).contains(new TroubleConfirmed(), new Acted(),
                        new Assign(TicketLevel.REGION, "R05"), new Tell(Whom.HOLDER, News.TROUBLE));
            }
        }

        @Test
        void aboveTheOutletTheSameAnswerBuysNoTime() {
            var region = accept(SILENT, give(new NotFound()), minutes(10));
            var again = accept(region, give(new NotFound()), minutes(100));
            assertThat(again.state()).isEqualTo(region.state());
        }

        @Test
        void misdirectedGoesToTheNamedPlaceWithFreshTime() {
            var region = SILENT.to(fresh(TicketLevel.REGION, minutes(240)));
            var decision = accepted(region, give(new Misdirected(CHENGDU)), minutes(130));
            assertThat(decision.next().state()).isEqualTo(fresh(TicketLevel.OUTLET, minutes(250)));
            assertThat(decision.next().ladder()).isEqualTo(CHENGDU);
            assertThat(decision.effects()).contains(new Assign(TicketLevel.OUTLET, "H5101"),
                    new Tell(Whom.HOLDER, News.REDISPATCHED));
            assertRefused(SILENT, give(new Misdirected(TIANHE)), minutes(1), Refusal.SAME_UNIT);
        }

        @Test
        void waitingPausesUntilThenAndComesBackToTheSameUnit() {
            var decision = accepted(SILENT, give(new WaitingCustomer(minutes(600))), minutes(10));
            assertThat(decision.next().state())
                    .isEqualTo(new Waiting(TicketLevel.OUTLET, minutes(600), WaitReason.CUSTOMER));
            assertThat(decision.effects()).doesNotContain(new Acted());
            assertThat(accept(decision.next(), new Resume(), minutes(600)).state())
                    .isEqualTo(fresh(TicketLevel.OUTLET, minutes(720)));
            assertThat(accept(SILENT, give(new OnTheWay(minutes(60))), NINE).state())
                    .isEqualTo(new Waiting(TicketLevel.OUTLET, minutes(60), WaitReason.ROAD));
        }

        @Test
        void nobodyWaitsForYesterdayOrForEver() {
            assertRefused(SILENT, give(new OnTheWay(NINE)), NINE, Refusal.UNTIL_OUT_OF_RANGE);
            var week = NINE.plus(Duration.ofDays(7));
            assertThat(accept(SILENT, give(new OnTheWay(week)), NINE).state()).isInstanceOf(Waiting.class);
            assertRefused(SILENT, give(new OnTheWay(week.plusSeconds(1))), NINE, Refusal.UNTIL_OUT_OF_RANGE);
        }
    }

    @Nested
    class Customers {

        @Test
        void anUrgeIsCountedAndToldAndChangesNoTime() {
            var decision = accepted(SILENT, new Urge(), minutes(10));
            assertThat(decision.next()).isEqualTo(SILENT);
            assertThat(decision.effects()).containsExactly(new Log(Event.URGED), new Tell(Whom.HOLDER, News.URGED));
        }

        @Test
        void urgentShortensTheTimeLeftAndTellsTheLevelAbove() {
            var decision = accepted(SILENT, new RaiseUrgent(), minutes(10));
            assertThat(decision.next().state()).isEqualTo(fresh(TicketLevel.OUTLET, minutes(70)));
            assertThat(decision.effects()).contains(new Tell(Whom.ABOVE, News.URGENT));
            assertRefused(decision.next(), new RaiseUrgent(), minutes(11), Refusal.ALREADY_URGENT);
        }

        @Test
        void urgentNeverGivesMoreTime() {
            var late = accept(SILENT, new RaiseUrgent(), minutes(100));
            assertThat(late.state()).isEqualTo(fresh(TicketLevel.OUTLET, minutes(120)));
        }

        @Test
        void urgentEndsAPause() {
            var waiting = accept(SILENT, give(new WaitingCustomer(minutes(600))), NINE);
            assertThat(accept(waiting, new RaiseUrgent(), minutes(10)).state())
                    .isEqualTo(fresh(TicketLevel.OUTLET, minutes(70)));
        }
    }

    @Nested
    class Joining {

        private final Ticket query = opened(TicketKind.QUERY);

        @Test
        void aFindingAtTheSamePlaceShortensTheTimeLeft() {
            var joined = accept(query, new Join(TIANHE), minutes(10));
            assertThat(joined.silent()).isTrue();
            assertThat(joined.state()).isEqualTo(fresh(TicketLevel.OUTLET, minutes(130)));
        }

        @Test
        void aFindingElsewhereMovesTheTicketThere() {
            var joined = accept(query, new Join(CHENGDU), minutes(10));
            assertThat(joined.ladder()).isEqualTo(CHENGDU);
            assertThat(joined.state()).isEqualTo(fresh(TicketLevel.OUTLET, minutes(130)));
        }

        @Test
        void aFindingBringsAForwardedParcelBack() {
            var replied = accept(query, give(new FoundForwarded()), NINE);
            assertThat(accept(replied, new Join(TIANHE), minutes(30)).state())
                    .isEqualTo(fresh(TicketLevel.OUTLET, minutes(150)));
            assertThat(accept(replied, new Join(CHENGDU), minutes(30)).ladder()).isEqualTo(CHENGDU);
        }
    }

    @Nested
    class Ends {

        @Test
        void theParcelMovedAndNobodyHadAnswered() {
            assertThat(accept(SILENT, new CauseGone(), minutes(5)).state())
                    .isEqualTo(new Closed(CloseReason.CAUSE_GONE, minutes(5)));
        }

        @Test
        void theParcelMovedAsTheAnswerSaid() {
            var replied = accept(SILENT, give(new FoundForwarded()), NINE);
            assertThat(accept(replied, new CauseGone(), minutes(5)).state())
                    .isEqualTo(new Closed(CloseReason.ANSWERED_AND_MOVED, minutes(5)));
        }

        @Test
        void aPersonMayNotSayThatTheCauseIsGone() {
            assertRefused(SILENT, new Close(CloseReason.CAUSE_GONE), NINE, Refusal.REASON_RESERVED);
            assertThat(accept(SILENT, new Close(CloseReason.SETTLED), NINE).state()).isInstanceOf(Closed.class);
        }

        @Test
        void whatIsClosedStaysClosed() {
            var closed = accept(SILENT, new Close(CloseReason.MISTAKE), NINE);
            assertRefused(closed, new Note(), minutes(1), Refusal.TICKET_CLOSED);
            assertRefused(closed, give(new NotFound()), minutes(1), Refusal.TICKET_CLOSED);
            assertThat(TicketRules.deadline(closed, POLICY)).isEmpty();
        }
    }

    @Nested
    class Organisation {

        private final Ladder moved = new Ladder("O440106-003", "R06", "HQ");

        @Test
        void anOutletKeepsItsTicketWhenItsRegionChanges() {
            var decision = accepted(SILENT, new Redispatch(moved), minutes(5));
            assertThat(decision.next().state()).isEqualTo(SILENT.state());
            assertThat(decision.next().ladder()).isEqualTo(moved);
            assertThat(decision.effects()).isEmpty();
        }

        @Test
        void theNewRegionGetsWhatTheOldOneHeld() {
            var region = SILENT.to(fresh(TicketLevel.REGION, minutes(240)));
            var decision = accepted(region, new Redispatch(moved), minutes(130));
            assertThat(decision.next().state()).isEqualTo(fresh(TicketLevel.REGION, minutes(250)));
            assertThat(decision.effects()).contains(new Assign(TicketLevel.REGION, "R06"));
            var waiting = SILENT.to(new Waiting(TicketLevel.REGION, minutes(600), WaitReason.ROAD));
            assertThat(accept(waiting, new Redispatch(moved), minutes(130)).state()).isEqualTo(waiting.state());
        }
    }

    private static Dispatched fresh(TicketLevel level, Instant due) {
        return new Dispatched(level, due, Patience.FRESH);
    }

    private static Give give(Answer answer) {
        return new Give(answer);
    }

    private static void assertRefused(Ticket ticket, TicketCommand command, Instant now, Refusal reason) {
        assertThat(TicketRules.decide(ticket, command, POLICY, now)).isEqualTo(new Refused(reason));
    }
}
