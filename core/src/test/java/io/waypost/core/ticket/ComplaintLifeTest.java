package io.waypost.core.ticket;

import static io.waypost.core.ticket.Caller.PLATFORM;
import static io.waypost.core.ticket.TicketFixture.AGENT;
import static io.waypost.core.ticket.TicketFixture.CHENGDU;
import static io.waypost.core.ticket.TicketFixture.COMPLAINT;
import static io.waypost.core.ticket.TicketFixture.CUSTOMER;
import static io.waypost.core.ticket.TicketFixture.LEAD;
import static io.waypost.core.ticket.TicketFixture.REGIONLESS;
import static io.waypost.core.ticket.TicketFixture.REQUEST;
import static io.waypost.core.ticket.TicketFixture.TIANHE;
import static io.waypost.core.ticket.TicketFixture.UNIT;
import static io.waypost.core.ticket.TicketFixture.hours;
import static io.waypost.core.ticket.TicketFixture.minutes;
import static io.waypost.core.ticket.TicketFixture.needing;
import static io.waypost.core.ticket.TicketFixture.terms;
import static io.waypost.core.ticket.TicketFixture.with;
import static io.waypost.core.ticket.TicketLevel.HEADQUARTERS;
import static io.waypost.core.ticket.TicketLevel.OUTLET;
import static io.waypost.core.ticket.TicketLevel.REGION;
import static io.waypost.core.ticket.TicketLife.opened;
import static io.waypost.core.ticket.TicketState.Name.ACCEPTED;
import static io.waypost.core.ticket.TicketState.Name.APPEALED;
import static io.waypost.core.ticket.TicketState.Name.CALLED_BACK;
import static io.waypost.core.ticket.TicketState.Name.CHECKED;
import static io.waypost.core.ticket.TicketState.Name.CLOSED;
import static io.waypost.core.ticket.TicketState.Name.CLOSE_APPLIED;
import static io.waypost.core.ticket.TicketState.Name.DISPATCHED;
import static io.waypost.core.ticket.TicketState.Name.ESCALATED;
import static io.waypost.core.ticket.TicketState.Name.INVALID;
import static io.waypost.core.ticket.TicketState.Name.IN_PROGRESS;
import static io.waypost.core.ticket.TicketState.Name.MERGED;
import static io.waypost.core.ticket.TicketState.Name.NEW;
import static io.waypost.core.ticket.TicketState.Name.REJECTED;
import static io.waypost.core.ticket.TicketState.Name.REOPENED;
import static io.waypost.core.ticket.TicketState.Name.REPLIED;
import static io.waypost.core.ticket.TicketState.Name.TRIAGED;
import static io.waypost.core.ticket.TicketState.Name.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.deadline.Due;
import io.waypost.core.sop.Requirement;
import io.waypost.core.sop.Stage;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketCommand.Accept;
import io.waypost.core.ticket.TicketCommand.ApplyClose;
import io.waypost.core.ticket.TicketCommand.CallBack;
import io.waypost.core.ticket.TicketCommand.CauseGone;
import io.waypost.core.ticket.TicketCommand.Check;
import io.waypost.core.ticket.TicketCommand.Close;
import io.waypost.core.ticket.TicketCommand.Confirm;
import io.waypost.core.ticket.TicketCommand.Dispatch;
import io.waypost.core.ticket.TicketCommand.EndAppeal;
import io.waypost.core.ticket.TicketCommand.Give;
import io.waypost.core.ticket.TicketCommand.HandOver;
import io.waypost.core.ticket.TicketCommand.Invalidate;
import io.waypost.core.ticket.TicketCommand.Join;
import io.waypost.core.ticket.TicketCommand.Merge;
import io.waypost.core.ticket.TicketCommand.ReceiveAppeal;
import io.waypost.core.ticket.TicketCommand.Reject;
import io.waypost.core.ticket.TicketCommand.Reopen;
import io.waypost.core.ticket.TicketCommand.Return;
import io.waypost.core.ticket.TicketCommand.Start;
import io.waypost.core.ticket.TicketCommand.Triage;
import io.waypost.core.ticket.TicketCommand.Unmerge;
import io.waypost.core.ticket.TicketCommand.Wait;
import io.waypost.core.ticket.TicketCommand.Withdraw;
import io.waypost.core.ticket.TicketCommand.WithdrawClose;
import io.waypost.core.ticket.TicketDecision.Refusal;
import io.waypost.core.ticket.TicketEffect.CustomerNews;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketEffect.TellCustomer;
import io.waypost.core.ticket.TicketEffect.Whom;
import io.waypost.core.ticket.TicketState.CalledBack;
import io.waypost.core.ticket.TicketState.Checked;
import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.WaitReason;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("T1 T4 T5 the life of a complaint")
class ComplaintLifeTest {

    private static final Caller CHECKER = with(AGENT, Requirement.LIABILITY, Requirement.ROOT_CAUSE);

    private static TicketLife inProgress() {
        return opened(COMPLAINT).does(AGENT, new Dispatch(TIANHE)).at(hours(1)).does(UNIT, new Accept())
                .does(UNIT, new Start());
    }

    private static TicketLife checked() {
        return inProgress().does(UNIT, new ApplyClose()).does(CHECKER, new Check(true));
    }

    private static CallBack says(CallBackVerdict verdict) {
        return new CallBack(verdict);
    }

    @Nested
    class FromBeginToEnd {

        @Test
        void theDeskFindsOutWhatItIsAndTheOutletTakesItOn() {
            opened(COMPLAINT).stands(NEW, OUTLET, hours(16)).told(Whom.DESK, News.OPENED)
                    .toldCustomer(CustomerNews.RECEIVED)
                    .at(minutes(10)).does(AGENT, new Triage()).stands(TRIAGED, OUTLET, hours(16))
                    .at(minutes(20)).does(AGENT, new Dispatch(CHENGDU))
                    .stands(DISPATCHED, OUTLET, minutes(20 + 24 * 60)).told(Whom.HOLDER, News.OPENED)
                    .at(hours(1)).does(UNIT, new Accept()).stands(ACCEPTED, OUTLET, hours(49))
                    .at(hours(2)).does(UNIT, new Start()).stands(IN_PROGRESS, OUTLET, hours(49));
        }

        @Test
        void workingTimeStandsWhileEvidenceIsWaitedFor() {
            var waiting = inProgress().at(hours(11)).does(UNIT, new Wait(WaitReason.EVIDENCE, hours(31)))
                    .stands(WAITING, OUTLET, hours(31));
            assertThat(waiting.clock().due(TicketFixture.BOOK)).isEqualTo(new Due.Open());
            waiting.passes(hours(31)).stands(IN_PROGRESS, OUTLET, hours(69));
            waiting.at(hours(21)).does(AGENT, new TicketCommand.GoOn()).stands(IN_PROGRESS, OUTLET, hours(59));
        }

        @Test
        void theDeskReadsTheReplyBeforeTheCustomerDoes() {
            var replied = inProgress().at(hours(32)).does(UNIT, new Give(new Answer.Explained()))
                    .stands(REPLIED, OUTLET, hours(47)).told(Whom.DESK, News.REPLIED)
                    .didNot(new TellCustomer(CustomerNews.RESULT));
            assertThat(replied.ticket().holder()).isEqualTo(TicketFixture.DESK_UNIT);
            assertThat(TicketRules.owed(replied.ticket())).isTrue();
            replied.at(hours(40)).does(AGENT, new Return()).stands(IN_PROGRESS, OUTLET, hours(57))
                    .told(Whom.HOLDER, News.RETURNED);
        }

        @Test
        void wherePeopleDoNotCheckTheReplyIsTheResult() {
            opened(REQUEST).does(UNIT, new Give(new Answer.Explained())).toldCustomer(CustomerNews.RESULT)
                    .does(AGENT, new ApplyClose()).stands(CLOSED, OUTLET);
            opened(REQUEST).does(UNIT, new Accept()).refuses(UNIT, new ApplyClose(), Refusal.STAGE_NOT_DONE);
        }

        @Test
        void whatTheSopAsksForMustBeThereBeforeACloseIsAppliedFor() {
            var strict = terms(COMPLAINT, sop -> needing(sop, Stage.SOLUTION, Requirement.REMARK,
                    Requirement.HANDLER_PHONE));
            var working = inProgress().under(strict);
            working.refuses(UNIT, new ApplyClose(), Refusal.REQUIREMENT_MISSING, Requirement.REMARK,
                    Requirement.HANDLER_PHONE)
                    .refuses(with(UNIT, Requirement.REMARK, Requirement.PHOTO), new ApplyClose(),
                            Refusal.REQUIREMENT_MISSING, Requirement.HANDLER_PHONE)
                    .does(with(UNIT, Requirement.REMARK, Requirement.HANDLER_PHONE), new ApplyClose())
                    .stands(CLOSE_APPLIED, OUTLET);
        }

        @Test
        void theResultIsCheckedAndFailsOrPasses() {
            var applied = inProgress().at(hours(42)).does(UNIT, new ApplyClose())
                    .stands(CLOSE_APPLIED, OUTLET, hours(64)).told(Whom.DESK, News.CLOSE_APPLIED);
            applied.does(AGENT, new Check(false)).stands(IN_PROGRESS, OUTLET, hours(49)).logged(Event.CHECK_FAILED)
                    .told(Whom.HOLDER, News.RETURNED);
            applied.does(UNIT, new WithdrawClose()).stands(IN_PROGRESS, OUTLET);
            applied.refuses(AGENT, new Check(true), Refusal.REQUIREMENT_MISSING, Requirement.LIABILITY,
                    Requirement.ROOT_CAUSE)
                    .refuses(with(AGENT, Requirement.LIABILITY), new Check(true), Refusal.REQUIREMENT_MISSING,
                            Requirement.ROOT_CAUSE)
                    .does(CHECKER, new Check(true)).stands(CHECKED, OUTLET).logged(Event.CHECKED)
                    .told(Whom.DESK, News.TO_CALL_BACK).toldCustomer(CustomerNews.RESULT);
        }

        @Test
        void aDisputedResultIsDecidedOneLevelUpAndAContentCustomerEndsIt() {
            var disputed = checked().at(hours(50)).does(AGENT, says(CallBackVerdict.NOT_SETTLED))
                    .stands(REOPENED, REGION, hours(58)).logged(Event.CALLED_BACK, Event.REOPENED)
                    .told(Whom.HOLDER, News.REOPENED).toldCustomer(CustomerNews.REOPENED);
            assertThat(disputed.ticket().reopens()).isEqualTo(1);
            var content = disputed.does(UNIT, new Accept()).stands(ACCEPTED, REGION, hours(74))
                    .does(UNIT, new ApplyClose()).does(CHECKER, new Check(true))
                    .does(AGENT, says(CallBackVerdict.SETTLED)).stands(CALLED_BACK, REGION);
            assertThat(content.ticket().state()).isEqualTo(new CalledBack(CallBackVerdict.SETTLED));
            content.does(AGENT, new Close(CloseReason.SETTLED)).stands(CLOSED, REGION).logged(Event.CLOSED)
                    .toldCustomer(CustomerNews.CLOSED);
        }

        @Test
        void everyVerdictLeadsWhereItsOutcomeSays() {
            for (var verdict : CallBackVerdict.values()) {
                checked().does(AGENT, says(verdict)).stands(switch (verdict.outcome()) {
                    case CONTENT -> CALLED_BACK;
                    case DISPUTED -> REOPENED;
                    case UNREACHED -> CHECKED;
                }, verdict.outcome() == CallBackVerdict.Outcome.DISPUTED ? REGION : OUTLET);
            }
        }

        @Test
        void theCustomerConfirmsWithdrawsOrDisputesByThemselves() {
            var replied = inProgress().does(UNIT, new Give(new Answer.Explained()));
            assertThat(replied.does(CUSTOMER, new Confirm()).ticket().state())
                    .isEqualTo(new Closed(CloseReason.CONFIRMED, hours(1)));
            replied.does(CUSTOMER, new Reopen()).stands(REOPENED, REGION);
            inProgress().refuses(CUSTOMER, new Confirm(), Refusal.NOT_IN_THIS_STATE)
                    .does(CUSTOMER, new Withdraw()).stands(CLOSED, OUTLET).logged(Event.WITHDRAWN, Event.CLOSED);
        }
    }

    @Nested
    class Shortcuts {

        @Test
        void whoCannotBeReachedThreeTimesIsToldInWriting() {
            var life = checked();
            var due = life.due();
            for (int tries = 0; tries < 3; tries++) {
                assertThat(life.ticket().state()).isEqualTo(new Checked(tries));
                life = life.refuses(AGENT, new Close(CloseReason.UNREACHABLE), Refusal.STAGE_NOT_DONE)
                        .does(AGENT, says(CallBackVerdict.NO_ANSWER)).logged(Event.CALL_FAILED);
                assertThat(life.due()).as("a call without an answer buys no time").isEqualTo(due);
            }
            life.refuses(AGENT, new Close(CloseReason.SETTLED), Refusal.STAGE_NOT_DONE)
                    .does(AGENT, new Close(CloseReason.UNREACHABLE)).stands(CLOSED, OUTLET).logged(Event.CLOSED);
        }

        @Test
        void aLeadMaySkipStagesWhichAnAgentMayNot() {
            checked().refuses(AGENT, new Close(CloseReason.SETTLED), Refusal.STAGE_NOT_DONE)
                    .does(LEAD, new Close(CloseReason.SETTLED)).stands(CLOSED, OUTLET)
                    .logged(Event.SKIPPED, Event.CLOSED);
            inProgress().refuses(CHECKER, new Close(CloseReason.SETTLED), Refusal.NOT_YOURS)
                    .refuses(LEAD, new Close(CloseReason.SETTLED), Refusal.REQUIREMENT_MISSING, Requirement.LIABILITY,
                            Requirement.ROOT_CAUSE)
                    .does(with(LEAD, Requirement.LIABILITY, Requirement.ROOT_CAUSE), new Close(CloseReason.SETTLED))
                    .stands(CLOSED, OUTLET);
            inProgress().does(LEAD, new Close(CloseReason.MISTAKE)).stands(CLOSED, OUTLET);
        }

        @Test
        void whatDoesNotStandIsRejectedAndWhatIsNoMatterInvalid() {
            opened(COMPLAINT).refuses(UNIT, new Reject(RejectReason.TOO_LATE), Refusal.NOT_YOURS)
                    .does(AGENT, new Reject(RejectReason.NOT_OURS)).stands(REJECTED, OUTLET)
                    .toldCustomer(CustomerNews.REJECTED);
            opened(COMPLAINT).does(AGENT, new Invalidate(InvalidReason.MISTAKE)).stands(INVALID, OUTLET);
            inProgress().refuses(AGENT, new Reject(RejectReason.NOT_OURS), Refusal.NOT_IN_THIS_STATE)
                    .refuses(AGENT, new Invalidate(InvalidReason.MISTAKE), Refusal.NOT_IN_THIS_STATE)
                    .does(UNIT, new Give(new Answer.Explained()))
                    .does(AGENT, new Reject(RejectReason.NO_EVIDENCE)).stands(REJECTED, OUTLET);
        }

        @Test
        void aFindingJoinsAComplaintAndLeavesItWhereItIs() {
            var joined = inProgress().does(PLATFORM, new Join(CHENGDU)).stands(IN_PROGRESS, OUTLET, hours(49));
            assertThat(joined.ticket().ladder()).isEqualTo(TIANHE);
            assertThat(joined.ticket().silent()).isTrue();
            inProgress().does(UNIT, new Give(new Answer.Explained())).does(PLATFORM, new Join(CHENGDU))
                    .stands(REPLIED, OUTLET);
        }
    }

    @Nested
    class Merging {

        @Test
        void aMergedTicketAsksForNothingAndComesBackAsIfItHadNotBeenMerged() {
            var before = inProgress().at(hours(11));
            var merged = before.does(AGENT, new Merge("T2", "T1")).stands(MERGED, OUTLET);
            assertThat(merged.deadline()).isEmpty();
            var back = merged.does(AGENT, new Unmerge()).stands(IN_PROGRESS, OUTLET, hours(49));
            assertThat(back.ticket().state()).isEqualTo(before.ticket().state());
            merged.at(hours(21)).does(AGENT, new Unmerge()).stands(IN_PROGRESS, OUTLET, hours(59));
            before.refuses(AGENT, new Merge("T1", "T1"), Refusal.MERGED_INTO_ITSELF);
            merged.refuses(AGENT, new Reopen(), Refusal.TICKET_CLOSED);
        }

        @Test
        void aTicketThatWaitedWaitsAgain() {
            var waiting = inProgress().does(UNIT, new Wait(WaitReason.EVIDENCE, hours(31)));
            var back = waiting.does(AGENT, new Merge("T2", "T1")).at(hours(5)).does(AGENT, new Unmerge());
            assertThat(back.ticket()).isEqualTo(waiting.ticket());
        }

        @Test
        void theClockOfATicketThatWaitsWithItsClockRunningRunsAgain() {
            var waiting = opened(terms(COMPLAINT, TicketFixture::withoutPauses)).does(AGENT, new Dispatch(TIANHE))
                    .does(UNIT, new Accept()).does(UNIT, new Wait(WaitReason.EVIDENCE, hours(31)));
            assertThat(waiting.clock().paused()).isFalse();
            var back = waiting.does(AGENT, new Merge("T2", "T1")).at(hours(5)).does(AGENT, new Unmerge());
            assertThat(back.clock().paused()).isFalse();
            assertThat(back.clock().due(TicketFixture.BOOK)).isEqualTo(new Due.At(hours(53)));
        }
    }

    @Nested
    class HandOvers {

        @Test
        void theDeskStaysAndWhoeverLeadsSeesOnceThatATicketIsPassedAround() {
            var life = inProgress();
            var places = new Ladder[]{CHENGDU, TIANHE, REGIONLESS, TIANHE, CHENGDU};
            for (int i = 0; i < places.length; i++) {
                life = life.refuses(UNIT, new HandOver(life.ticket().ladder()), Refusal.SAME_UNIT)
                        .does(UNIT, new HandOver(places[i])).stands(DISPATCHED, OUTLET, hours(25))
                        .told(Whom.HOLDER, News.HANDED_OVER);
                assertThat(life.ticket().handOvers()).isEqualTo(i + 1);
                assertThat(life.ticket().desk()).isEqualTo(TicketFixture.DESK_UNIT);
                if (i == 3) {
                    life.logged(Event.HANDED_OVER, Event.PASSED_AROUND).told(Whom.ABOVE, News.PASSED_AROUND)
                            .told(Whom.DESK, News.PASSED_AROUND);
                } else {
                    life.logged(Event.HANDED_OVER);
                }
            }
        }

        @Test
        void aUnitCarriesItUpBeforeItsTimeUntilNobodyIsAbove() {
            inProgress().does(UNIT, new TicketCommand.CarryUp()).stands(ESCALATED, REGION, hours(9))
                    .does(UNIT, new TicketCommand.CarryUp()).stands(ESCALATED, HEADQUARTERS, hours(9))
                    .refuses(UNIT, new TicketCommand.CarryUp(), Refusal.NOBODY_ABOVE);
        }
    }

    @Nested
    class Disputes {

        private final TicketLife closed = checked().does(AGENT, says(CallBackVerdict.SETTLED))
                .does(AGENT, new Close(CloseReason.SETTLED));

        @Test
        void theCustomerMayDisputeForAWeek() {
            var last = closed.now().plus(Duration.ofDays(7));
            closed.at(last).does(CUSTOMER, new Reopen()).stands(REOPENED, REGION).toldCustomer(CustomerNews.REOPENED);
            closed.at(last.plusSeconds(1)).refuses(CUSTOMER, new Reopen(), Refusal.REOPEN_WINDOW_OVER);
        }

        @Test
        void anAppealTakesAnOpenTicketAndAClosedOne() {
            var appealed = inProgress().does(PLATFORM, new ReceiveAppeal()).stands(APPEALED, OUTLET)
                    .told(Whom.DESK, News.APPEALED).told(Whom.ABOVE, News.APPEALED);
            assertThat(appealed.ticket().clock()).isNull();
            assertThat(appealed.deadline()).isEmpty();
            appealed.refuses(LEAD, new Close(CloseReason.SETTLED), Refusal.NOT_IN_THIS_STATE)
                    .refuses(CUSTOMER, new Withdraw(), Refusal.NOT_IN_THIS_STATE);
            var ended = appealed.at(hours(99)).does(PLATFORM, new EndAppeal());
            assertThat(ended.ticket().state()).isEqualTo(new Closed(CloseReason.APPEAL_ENDED, hours(99)));
            closed.at(hours(9_000)).does(PLATFORM, new ReceiveAppeal()).stands(APPEALED, OUTLET);
        }

        @Test
        void aScanDoesNotEndAnAppeal() {
            opened(TicketKind.QUERY).does(PLATFORM, new ReceiveAppeal()).does(PLATFORM, new CauseGone())
                    .stands(APPEALED, OUTLET).told(Whom.HOLDER, News.PARCEL_MOVED);
            inProgress().does(PLATFORM, new CauseGone()).stands(IN_PROGRESS, OUTLET);
        }
    }
}
