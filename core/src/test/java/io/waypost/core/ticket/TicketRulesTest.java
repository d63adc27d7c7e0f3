package io.waypost.core.ticket;

import static io.waypost.core.ticket.Caller.PLATFORM;
import static io.waypost.core.ticket.TicketFixture.AGENT;
import static io.waypost.core.ticket.TicketFixture.CHENGDU;
import static io.waypost.core.ticket.TicketFixture.CUSTOMER;
import static io.waypost.core.ticket.TicketFixture.DESK_UNIT;
import static io.waypost.core.ticket.TicketFixture.LEAD;
import static io.waypost.core.ticket.TicketFixture.NINE;
import static io.waypost.core.ticket.TicketFixture.READER;
import static io.waypost.core.ticket.TicketFixture.REGIONLESS;
import static io.waypost.core.ticket.TicketFixture.TIANHE;
import static io.waypost.core.ticket.TicketFixture.UNIT;
import static io.waypost.core.ticket.TicketFixture.hours;
import static io.waypost.core.ticket.TicketFixture.limited;
import static io.waypost.core.ticket.TicketFixture.minutes;
import static io.waypost.core.ticket.TicketFixture.terms;
import static io.waypost.core.ticket.TicketLevel.HEADQUARTERS;
import static io.waypost.core.ticket.TicketLevel.OUTLET;
import static io.waypost.core.ticket.TicketLevel.REGION;
import static io.waypost.core.ticket.TicketLife.opened;
import static io.waypost.core.ticket.TicketState.Name.DISPATCHED;
import static io.waypost.core.ticket.TicketState.Name.ESCALATED;
import static io.waypost.core.ticket.TicketState.Name.REPLIED;
import static io.waypost.core.ticket.TicketState.Name.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.deadline.Firing;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.Stage;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.Answer.FoundDamaged;
import io.waypost.core.ticket.Answer.FoundForwarded;
import io.waypost.core.ticket.Answer.Misdirected;
import io.waypost.core.ticket.Answer.NotFound;
import io.waypost.core.ticket.Answer.OnTheWay;
import io.waypost.core.ticket.Answer.WaitingCustomer;
import io.waypost.core.ticket.TicketCommand.ApplyClose;
import io.waypost.core.ticket.TicketCommand.CauseGone;
import io.waypost.core.ticket.TicketCommand.Close;
import io.waypost.core.ticket.TicketCommand.Fire;
import io.waypost.core.ticket.TicketCommand.Give;
import io.waypost.core.ticket.TicketCommand.Join;
import io.waypost.core.ticket.TicketCommand.Note;
import io.waypost.core.ticket.TicketCommand.RaiseUrgent;
import io.waypost.core.ticket.TicketCommand.Redispatch;
import io.waypost.core.ticket.TicketCommand.Urge;
import io.waypost.core.ticket.TicketCommand.WaitOver;
import io.waypost.core.ticket.TicketDecision.Refusal;
import io.waypost.core.ticket.TicketEffect.Acted;
import io.waypost.core.ticket.TicketEffect.Assign;
import io.waypost.core.ticket.TicketEffect.CustomerNews;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketEffect.Log;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketEffect.StageBegan;
import io.waypost.core.ticket.TicketEffect.Tell;
import io.waypost.core.ticket.TicketEffect.TellCustomer;
import io.waypost.core.ticket.TicketEffect.TroubleConfirmed;
import io.waypost.core.ticket.TicketEffect.Whom;
import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.WaitReason;
import io.waypost.core.ticket.TicketState.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("P8 T2 T3 the rules of a ticket about a parcel")
class TicketRulesTest {

    private static final TicketLife SILENT = opened(TicketKind.SILENT_PARCEL);

    /** With the region since eleven, which has until one. */
    private static TicketLife atRegion() {
        return SILENT.passes(minutes(90)).passes(minutes(120));
    }

    private static TicketLife atHeadquarters() {
        return atRegion().passes(minutes(210)).passes(minutes(240));
    }

    private static Give give(Answer answer) {
        return new Give(answer);
    }

    @Nested
    class Time {

        @Test
        void aSilentParcelIsDueInTwoHoursAtThePlaceResponsible() {
            SILENT.stands(DISPATCHED, OUTLET, minutes(120));
            assertThat(SILENT.effects()).containsExactly(new Log(Event.OPENED),
                    new StageBegan(Stage.RESPONSE, Party.OUTLET), new Assign(Party.OUTLET, "O440106-003"),
                    new Tell(Whom.HOLDER, News.OPENED), new TellCustomer(CustomerNews.RECEIVED));
        }

        @Test
        void itClimbsFromOutletToRegionToHeadquartersAndStaysOverdueThere() {
            SILENT.passes(minutes(90)).told(Whom.HOLDER, News.DUE_SOON).stands(DISPATCHED, OUTLET, minutes(120));
            atRegion().stands(ESCALATED, REGION, minutes(240)).logged(Event.ESCALATED)
                    .did(new Assign(Party.REGION, "R05")).told(Whom.HOLDER, News.ESCALATED);
            atHeadquarters().stands(ESCALATED, HEADQUARTERS, minutes(480)).did(new Assign(Party.HEADQUARTERS, "HQ"));
            var lapsed = atHeadquarters().passes(minutes(450)).passes(minutes(480))
                    .stands(ESCALATED, HEADQUARTERS, minutes(480)).logged(Event.OVERDUE)
                    .told(Whom.HOLDER, News.OVERDUE);
            assertThat(lapsed.deadline()).isEmpty();
        }

        @Test
        void whatIsKeptOfAStageSaysThatItsEscalationFired() {
            assertThat(atRegion().effects()).anySatisfy(effect -> {
                assertThat(effect).isInstanceOf(TicketEffect.StageEnded.class);
                assertThat(((TicketEffect.StageEnded) effect).clock().fired())
                        .contains(new Firing.Key(Firing.Kind.ESCALATION, Duration.ofHours(2)));
            });
        }

        @Test
        void aPlaceWithoutRegionGoesStraightToHeadquarters() {
            TicketLife.about(Ticket.about(TicketKind.SILENT_PARCEL, false, DESK_UNIT, REGIONLESS), SILENT.terms())
                    .does(PLATFORM, new TicketCommand.Open()).did(new Assign(Party.HUB, "H-HQ"))
                    .passes(minutes(90)).passes(minutes(120))
                    .stands(ESCALATED, HEADQUARTERS, minutes(360));
        }

        @Test
        void aLimitNotLongerThanTheWarningWarnsNobody() {
            var hasty = opened(terms(TicketKind.SILENT_PARCEL,
                    sop -> limited(sop, Stage.RESPONSE, Duration.ofMinutes(30), Duration.ofMinutes(30))));
            hasty.passes(minutes(30)).stands(ESCALATED, REGION, minutes(60));
        }

        @Test
        void theClockIsRefusedBeforeItsTime() {
            var warning = new Fire(new Firing.Key(Firing.Kind.WARNING, Duration.ofMinutes(90)));
            var escalation = new Fire(new Firing.Key(Firing.Kind.ESCALATION, Duration.ofHours(2)));
            SILENT.at(minutes(89)).refuses(PLATFORM, warning, Refusal.NOT_DUE);
            SILENT.at(minutes(90)).refuses(PLATFORM, escalation, Refusal.NOT_DUE).does(PLATFORM, warning)
                    .refuses(PLATFORM, warning, Refusal.NOT_DUE)
                    .at(minutes(119)).refuses(PLATFORM, escalation, Refusal.NOT_DUE)
                    .at(minutes(120)).does(PLATFORM, escalation);
            SILENT.does(UNIT, give(new WaitingCustomer(minutes(600)))).at(minutes(599))
                    .refuses(PLATFORM, new WaitOver(), Refusal.NOT_DUE);
            SILENT.does(UNIT, give(new FoundForwarded())).at(minutes(719))
                    .refuses(PLATFORM, new Fire(new Firing.Key(Firing.Kind.ESCALATION, Duration.ofHours(12))),
                            Refusal.NOT_DUE);
        }
    }

    @Nested
    class Answers {

        @Test
        void foundAndForwardedWaitsTwelveHoursForAScanThenComesBackOneLevelUp() {
            var replied = SILENT.at(minutes(10)).does(UNIT, give(new FoundForwarded()))
                    .stands(REPLIED, OUTLET, minutes(730)).logged(Event.ANSWERED).did(new Acted());
            assertThat(replied.effects()).noneMatch(TicketEffect.Tell.class::isInstance);
            assertThat(TicketRules.owed(replied.ticket())).isFalse();
            replied.passes(minutes(730)).stands(ESCALATED, REGION, minutes(850))
                    .logged(Event.RESUMED, Event.ESCALATED).told(Whom.HOLDER, News.NOT_MOVED)
                    .did(new Assign(Party.REGION, "R05"));
        }

        @Test
        void atHeadquartersItComesBackToHeadquarters() {
            atHeadquarters().does(UNIT, give(new FoundForwarded())).passes(minutes(960))
                    .stands(DISPATCHED, HEADQUARTERS, minutes(1200)).logged(Event.RESUMED);
        }

        @Test
        void damageAndLossAreConfirmedTroubleForTheRegion() {
            for (var answer : new Answer[]{new FoundDamaged(), new NotFound()}) {
                SILENT.at(minutes(10)).does(UNIT, give(answer)).stands(ESCALATED, REGION, minutes(130))
                        .did(new TroubleConfirmed()).did(new Acted()).did(new Assign(Party.REGION, "R05"))
                        .told(Whom.HOLDER, News.TROUBLE);
            }
        }

        @Test
        void aboveTheOutletTheSameAnswerBuysNoTime() {
            var region = SILENT.at(minutes(10)).does(UNIT, give(new NotFound()));
            var again = region.at(minutes(100)).does(UNIT, give(new NotFound()));
            assertThat(again.ticket()).isEqualTo(region.ticket());
            again.did(new TroubleConfirmed());
        }

        @Test
        void misdirectedGoesToTheNamedPlaceWithFreshTime() {
            var there = atRegion().at(minutes(130)).does(UNIT, give(new Misdirected(CHENGDU)))
                    .stands(DISPATCHED, OUTLET, minutes(250)).logged(Event.ANSWERED, Event.REDISPATCHED)
                    .did(new Assign(Party.HUB, "H5101")).told(Whom.HOLDER, News.REDISPATCHED);
            assertThat(there.ticket().ladder()).isEqualTo(CHENGDU);
            assertThat(there.ticket().handOvers()).isEqualTo(1);
            SILENT.refuses(UNIT, give(new Misdirected(TIANHE)), Refusal.SAME_UNIT);
        }

        @Test
        void waitingPausesUntilThenAndComesBackToTheSameUnit() {
            var waiting = SILENT.at(minutes(10)).does(UNIT, give(new WaitingCustomer(minutes(600))))
                    .stands(WAITING, OUTLET, minutes(600)).didNot(new Acted())
                    .toldCustomer(CustomerNews.WAITING_FOR_YOU);
            assertThat(TicketRules.owed(waiting.ticket())).isFalse();
            waiting.passes(minutes(600)).stands(DISPATCHED, OUTLET, minutes(710)).logged(Event.RESUMED)
                    .told(Whom.HOLDER, News.RESUMED);
        }

        @Test
        void whoPromisedAScanThatDidNotComeIsAskedAnew() {
            var road = SILENT.at(minutes(10)).does(UNIT, give(new OnTheWay(minutes(60))));
            assertThat(road.ticket().state()).isEqualTo(new Waiting(minutes(60), WaitReason.ROAD));
            road.passes(minutes(60)).stands(DISPATCHED, OUTLET, minutes(180));
        }

        @Test
        void manyShortWaitsBuyNoTime() {
            var life = SILENT;
            for (int minute = 10; minute <= 50; minute += 10) {
                life = life.at(minutes(minute))
                        .does(UNIT, new TicketCommand.Wait(WaitReason.EVIDENCE, minutes(minute + 1)))
                        .passes(minutes(minute + 1));
            }
            life.stands(DISPATCHED, OUTLET, minutes(120 + 5));
        }

        @Test
        void theCustomersMessageEndsTheWaitForTheCustomerAndNoOther() {
            SILENT.does(UNIT, give(new WaitingCustomer(minutes(600)))).at(minutes(30))
                    .does(CUSTOMER, new TicketCommand.Message()).stands(DISPATCHED, OUTLET, minutes(150))
                    .logged(Event.MESSAGE, Event.RESUMED);
            SILENT.does(UNIT, give(new OnTheWay(minutes(600)))).at(minutes(30))
                    .does(CUSTOMER, new TicketCommand.Message()).stands(WAITING, OUTLET, minutes(600));
        }

        @Test
        void nobodyWaitsForYesterdayOrForEver() {
            var week = NINE.plus(Duration.ofDays(7));
            SILENT.refuses(UNIT, give(new OnTheWay(NINE)), Refusal.UNTIL_OUT_OF_RANGE)
                    .refuses(UNIT, give(new OnTheWay(week.plusSeconds(1))), Refusal.UNTIL_OUT_OF_RANGE)
                    .does(UNIT, give(new OnTheWay(week))).stands(WAITING, OUTLET, week);
        }
    }

    @Nested
    class Customers {

        @Test
        void anUrgeIsCountedAndToldAndChangesNoTime() {
            var urged = SILENT.at(minutes(10)).does(CUSTOMER, new Urge());
            assertThat(urged.ticket()).isEqualTo(SILENT.ticket());
            assertThat(urged.effects()).containsExactly(new Log(Event.URGED), new Tell(Whom.HOLDER, News.URGED));
        }

        @Test
        void urgentShortensTheTimeLeftAndTellsTheLevelAbove() {
            SILENT.at(minutes(10)).does(AGENT, new RaiseUrgent()).stands(DISPATCHED, OUTLET, minutes(70))
                    .told(Whom.ABOVE, News.URGENT).told(Whom.HOLDER, News.URGENT)
                    .at(minutes(11)).refuses(AGENT, new RaiseUrgent(), Refusal.ALREADY_URGENT);
        }

        @Test
        void urgentNeverGivesMoreTime() {
            SILENT.at(minutes(100)).does(AGENT, new RaiseUrgent()).stands(DISPATCHED, OUTLET, minutes(120));
        }

        @Test
        void urgentEndsAPause() {
            SILENT.does(UNIT, give(new WaitingCustomer(minutes(600)))).at(minutes(10))
                    .does(AGENT, new RaiseUrgent()).stands(DISPATCHED, OUTLET, minutes(70));
        }
    }

    @Nested
    class Joining {

        private final TicketLife query = opened(TicketKind.QUERY);

        @Test
        void aFindingAtTheSamePlaceShortensTheTimeLeft() {
            var joined = query.at(minutes(10)).does(PLATFORM, new Join(TIANHE))
                    .stands(DISPATCHED, OUTLET, minutes(130));
            assertThat(joined.ticket().silent()).isTrue();
        }

        @Test
        void aFindingElsewhereMovesTheTicketThere() {
            var joined = query.at(minutes(10)).does(PLATFORM, new Join(CHENGDU))
                    .stands(DISPATCHED, OUTLET, minutes(130)).logged(Event.NOTED, Event.REDISPATCHED);
            assertThat(joined.ticket().ladder()).isEqualTo(CHENGDU);
        }

        @Test
        void aFindingBringsAForwardedParcelBack() {
            var replied = query.does(UNIT, give(new FoundForwarded())).at(minutes(30));
            replied.does(PLATFORM, new Join(TIANHE)).stands(DISPATCHED, OUTLET, minutes(150));
            assertThat(replied.does(PLATFORM, new Join(CHENGDU)).ticket().ladder()).isEqualTo(CHENGDU);
        }
    }

    @Nested
    class Ends {

        @Test
        void theParcelMovedAndNobodyHadAnswered() {
            var closed = SILENT.at(minutes(5)).does(PLATFORM, new CauseGone())
                    .logged(Event.CAUSE_GONE, Event.CLOSED).toldCustomer(CustomerNews.CLOSED);
            assertThat(closed.ticket().state()).isEqualTo(new Closed(CloseReason.CAUSE_GONE, minutes(5)));
        }

        @Test
        void theParcelMovedAsTheAnswerSaid() {
            var closed = SILENT.does(UNIT, give(new FoundForwarded())).at(minutes(5)).does(PLATFORM, new CauseGone());
            assertThat(closed.ticket().state()).isEqualTo(new Closed(CloseReason.ANSWERED_AND_MOVED, minutes(5)));
        }

        @Test
        void aPersonMayNotSayThatTheCauseIsGone() {
            for (var reason : CloseReason.values()) {
                if (!reason.forPeople()) {
                    SILENT.refuses(LEAD, new Close(reason), Refusal.REASON_RESERVED);
                }
            }
            var closed = SILENT.does(LEAD, new Close(CloseReason.SETTLED));
            assertThat(closed.ticket().state()).isEqualTo(new Closed(CloseReason.SETTLED, NINE));
        }

        @Test
        void anOutletDoesNotCloseWhatAScanMustShow() {
            SILENT.does(UNIT, new TicketCommand.Accept()).refuses(UNIT, new ApplyClose(), Refusal.STAGE_NOT_DONE);
            SILENT.does(UNIT, give(new FoundForwarded())).refuses(UNIT, new ApplyClose(), Refusal.STAGE_NOT_DONE);
        }

        @Test
        void whatIsClosedAsksForNothingAndTakesOnlyRemarks() {
            var closed = SILENT.does(LEAD, new Close(CloseReason.MISTAKE)).at(minutes(1));
            closed.refuses(UNIT, give(new NotFound()), Refusal.TICKET_CLOSED)
                    .refuses(LEAD, new RaiseUrgent(), Refusal.TICKET_CLOSED)
                    .refuses(PLATFORM, new TicketCommand.Open(), Refusal.TICKET_CLOSED)
                    .refuses(PLATFORM, new WaitOver(), Refusal.NOT_DUE)
                    .does(READER, new Note());
            assertThat(closed.deadline()).isEmpty();
            assertThat(closed.due()).isEmpty();
        }
    }

    @Nested
    class Organisation {

        private final Ladder moved = new Ladder("O440106-003", "R06", "HQ");

        @Test
        void anOutletKeepsItsTicketWhenItsRegionChanges() {
            var kept = SILENT.at(minutes(5)).does(PLATFORM, new Redispatch(moved))
                    .stands(DISPATCHED, OUTLET, minutes(120));
            assertThat(kept.ticket().ladder()).isEqualTo(moved);
            assertThat(kept.effects()).isEmpty();
        }

        @Test
        void theNewRegionGetsWhatTheOldOneHeld() {
            atRegion().at(minutes(130)).does(PLATFORM, new Redispatch(moved))
                    .stands(ESCALATED, REGION, minutes(250)).did(new Assign(Party.REGION, "R06"));
            atRegion().does(UNIT, give(new OnTheWay(minutes(600)))).at(minutes(130))
                    .does(PLATFORM, new Redispatch(moved)).stands(WAITING, REGION, minutes(600))
                    .did(new Assign(Party.REGION, "R06"));
        }

        @Test
        void theDeskKeepsItsTicketWhenTheOutletsAboveItChange() {
            var kept = opened(TicketFixture.COMPLAINT).does(PLATFORM, new Redispatch(CHENGDU));
            assertThat(kept.effects()).isEmpty();
            assertThat(kept.ticket().ladder()).isEqualTo(CHENGDU);
            assertThat(kept.due()).contains(hours(16));
        }
    }
}
