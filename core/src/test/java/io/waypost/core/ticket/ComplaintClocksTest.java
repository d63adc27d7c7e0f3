package io.waypost.core.ticket;

import static io.waypost.core.calendar.CalendarFixture.at;
import static io.waypost.core.ticket.Caller.PLATFORM;
import static io.waypost.core.ticket.TicketFixture.AGENT;
import static io.waypost.core.ticket.TicketFixture.COMPLAINT;
import static io.waypost.core.ticket.TicketFixture.CUSTOMER;
import static io.waypost.core.ticket.TicketFixture.DESK_UNIT;
import static io.waypost.core.ticket.TicketFixture.LEAD;
import static io.waypost.core.ticket.TicketFixture.NINE;
import static io.waypost.core.ticket.TicketFixture.TIANHE;
import static io.waypost.core.ticket.TicketFixture.UNIT;
import static io.waypost.core.ticket.TicketFixture.closedOnHolidays;
import static io.waypost.core.ticket.TicketFixture.hours;
import static io.waypost.core.ticket.TicketFixture.limited;
import static io.waypost.core.ticket.TicketFixture.minutes;
import static io.waypost.core.ticket.TicketFixture.terms;
import static io.waypost.core.ticket.TicketFixture.with;
import static io.waypost.core.ticket.TicketLevel.OUTLET;
import static io.waypost.core.ticket.TicketLevel.REGION;
import static io.waypost.core.ticket.TicketLife.opened;
import static io.waypost.core.ticket.TicketState.Name.DISPATCHED;
import static io.waypost.core.ticket.TicketState.Name.ESCALATED;
import static io.waypost.core.ticket.TicketState.Name.IN_PROGRESS;
import static io.waypost.core.ticket.TicketState.Name.NEW;
import static io.waypost.core.ticket.TicketState.Name.REOPENED;
import static io.waypost.core.ticket.TicketState.Name.TRIAGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waypost.core.deadline.DefaultStatutoryPeriods;
import io.waypost.core.deadline.Jurisdiction;
import io.waypost.core.deadline.StatutoryKey;
import io.waypost.core.sop.Requirement;
import io.waypost.core.sop.Stage;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketCommand.Accept;
import io.waypost.core.ticket.TicketCommand.ApplyClose;
import io.waypost.core.ticket.TicketCommand.Check;
import io.waypost.core.ticket.TicketCommand.Close;
import io.waypost.core.ticket.TicketCommand.Deadline;
import io.waypost.core.ticket.TicketCommand.Dispatch;
import io.waypost.core.ticket.TicketCommand.Give;
import io.waypost.core.ticket.TicketCommand.Join;
import io.waypost.core.ticket.TicketCommand.LookAgain;
import io.waypost.core.ticket.TicketCommand.LowerUrgent;
import io.waypost.core.ticket.TicketCommand.RaiseUrgent;
import io.waypost.core.ticket.TicketCommand.ReceiveAppeal;
import io.waypost.core.ticket.TicketCommand.Recount;
import io.waypost.core.ticket.TicketCommand.RemindStatutory;
import io.waypost.core.ticket.TicketCommand.Reopen;
import io.waypost.core.ticket.TicketCommand.Return;
import io.waypost.core.ticket.TicketCommand.Triage;
import io.waypost.core.ticket.TicketCommand.WithdrawClose;
import io.waypost.core.ticket.TicketDecision.Refusal;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketEffect.Whom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("T3 T8 the clocks of a complaint")
class ComplaintClocksTest {

    private static final Caller CHECKER = with(AGENT, Requirement.LIABILITY, Requirement.ROOT_CAUSE);
    /** With the outlet from nine on, which has 24 hours. */
    private static final TicketLife DISPATCHED_AT_NINE = opened(COMPLAINT).does(AGENT, new Dispatch(TIANHE));

    private static TicketLife openedAt(Instant instant, TicketTerms terms) {
        return TicketLife.about(Ticket.about(terms.kind().kind(), false, DESK_UNIT, TIANHE), terms).at(instant)
                .does(PLATFORM, new TicketCommand.Open());
    }

    @Nested
    class Desk {

        @Test
        void theDesksTwoHoursStandOverNight() {
            opened(COMPLAINT).passes(minutes(15 * 60 + 30)).told(Whom.HOLDER, News.DUE_SOON)
                    .passes(hours(16)).stands(NEW, OUTLET, hours(16)).logged(Event.OVERDUE)
                    .told(Whom.HOLDER, News.OVERDUE).told(Whom.ABOVE, News.OVERDUE);
        }

        @Test
        void aDeskThatIsClosedOnHolidaysCountsOnAfterThem() {
            var eve = at("2026-09-30T17:00");
            openedAt(eve, terms(COMPLAINT)).stands(NEW, OUTLET, at("2026-10-01T09:00"));
            openedAt(eve, closedOnHolidays(terms(COMPLAINT))).stands(NEW, OUTLET, at("2026-10-08T09:00"));
        }

        @Test
        void beyondTheAnnouncedHolidaysItIsLookedAtAgain() {
            var life = openedAt(at("2026-12-31T17:00"), closedOnHolidays(terms(COMPLAINT)));
            assertThat(life.deadline()).contains(new Deadline(at("2027-01-01T00:00"), new LookAgain()));
            var later = life.passes(at("2027-01-01T00:00"));
            assertThat(later.ticket()).isEqualTo(life.ticket());
            assertThat(later.deadline()).contains(new Deadline(at("2027-01-02T00:00"), new LookAgain()));
        }

        @Test
        void theDesksTimeGoesOnWhereTheNewKindHasNoTriage() {
            opened(COMPLAINT).under(terms(TicketKind.QUERY)).at(minutes(5)).does(AGENT, new Triage())
                    .stands(TRIAGED, OUTLET, hours(16))
                    .does(AGENT, new Dispatch(TIANHE)).stands(DISPATCHED, OUTLET, minutes(5 + 24 * 60));
        }
    }

    @Nested
    class WorkThatComesBack {

        /** Accepted at once: 48 hours, of which 41 are used when the outlet says that it is done. */
        private final TicketLife applied = DISPATCHED_AT_NINE.does(UNIT, new Accept()).at(hours(41))
                .does(UNIT, new ApplyClose());

        @Test
        void theTimeThatWasLeftIsLeftStillHoweverLongTheDeskLooked() {
            assertThat(applied.clock().stage()).isEqualTo(Stage.CHECK);
            applied.at(hours(46)).does(AGENT, new Check(false)).stands(IN_PROGRESS, OUTLET, hours(53))
                    .at(hours(47)).does(UNIT, new ApplyClose()).at(hours(50)).does(UNIT, new WithdrawClose())
                    .stands(IN_PROGRESS, OUTLET, hours(56));
        }

        @Test
        void theWarningThatWasGivenIsNotGivenAgainAndTheTicketClimbsWhenTheRestIsUsed() {
            var warned = DISPATCHED_AT_NINE.does(UNIT, new Accept());
            while (warned.deadline().orElseThrow().at().isBefore(hours(48))) {
                warned = warned.passes(warned.deadline().orElseThrow().at());
            }
            warned.at(hours(47)).does(UNIT, new Give(new Answer.Explained())).at(hours(50)).does(AGENT, new Return())
                    .passes(hours(51)).stands(ESCALATED, REGION).logged(Event.ESCALATED);
        }

        @Test
        void theStageEndsOnceAndWhenTheWorkWasDone() {
            var passed = applied.at(hours(46)).does(CHECKER, new Check(true));
            assertThat(ended(applied)).isEmpty();
            assertThat(ended(passed)).extracting(StageClock::stage, StageClock::lastAt)
                    .containsExactly(tuple(Stage.SOLUTION, hours(41)), tuple(Stage.CHECK, hours(46)));
            var failed = applied.at(hours(46)).does(AGENT, new Check(false));
            assertThat(ended(failed)).extracting(StageClock::stage).containsExactly(Stage.CHECK);
            assertThat(ended(failed.at(hours(47)).does(LEAD, new Close(CloseReason.MISTAKE))))
                    .extracting(StageClock::stage, StageClock::startedAt, StageClock::lastAt)
                    .containsExactly(tuple(Stage.SOLUTION, NINE, hours(47)));
        }

        @Test
        void whatBecameUrgentMeanwhileComesBackWithTheShorterLimit() {
            DISPATCHED_AT_NINE.does(UNIT, new Accept()).at(hours(1)).does(UNIT, new ApplyClose()).at(hours(2))
                    .does(AGENT, new RaiseUrgent()).at(hours(3)).does(AGENT, new Check(false))
                    .stands(IN_PROGRESS, OUTLET, hours(27));
        }

        @Test
        void aDisputedResultBeginsAnew() {
            applied.at(hours(42)).does(CUSTOMER, new Reopen()).stands(REOPENED, REGION, hours(50));
        }

        private static List<StageClock> ended(TicketLife life) {
            return life.effects().stream().flatMap(effect -> effect instanceof TicketEffect.StageEnded(var clock)
                    ? Stream.of(clock)
                    : Stream.of()).toList();
        }
    }

    @Nested
    class Urgency {

        @Test
        void whatIsNoLongerUrgentHasTheNormalTimeFromItsBegin() {
            DISPATCHED_AT_NINE.refuses(LEAD, new LowerUrgent(), Refusal.NOT_URGENT)
                    .at(hours(1)).does(AGENT, new RaiseUrgent()).stands(DISPATCHED, OUTLET, hours(3))
                    .at(hours(2)).refuses(AGENT, new LowerUrgent(), Refusal.NOT_YOURS)
                    .does(LEAD, new LowerUrgent()).stands(DISPATCHED, OUTLET, hours(24))
                    .logged(Event.URGENT_WITHDRAWN).told(Whom.DESK, News.URGENT);
        }

        @Test
        void loweringNeverTakesTimeFromATicketThatAFindingHadShortened() {
            var joined = opened(TicketKind.QUERY).at(hours(5)).does(PLATFORM, new Join(TIANHE))
                    .stands(DISPATCHED, OUTLET, hours(7));
            joined.does(AGENT, new RaiseUrgent()).stands(DISPATCHED, OUTLET, hours(6))
                    .does(LEAD, new LowerUrgent()).stands(DISPATCHED, OUTLET, hours(6));
        }
    }

    @Nested
    class Recounts {

        @Test
        void anotherLimitCountsFromTheBeginOfTheStage() {
            var life = DISPATCHED_AT_NINE.at(hours(2));
            life.under(terms(COMPLAINT, sop -> limited(sop, Stage.RESPONSE, Duration.ofHours(12),
                    Duration.ofHours(2)))).does(PLATFORM, new Recount()).stands(DISPATCHED, OUTLET, hours(12))
                    .logged(Event.RECOUNTED);
            life.under(terms(COMPLAINT, sop -> limited(sop, Stage.RESPONSE, Duration.ofHours(36),
                    Duration.ofHours(2)))).does(PLATFORM, new Recount()).stands(DISPATCHED, OUTLET, hours(36));
        }

        @Test
        void anotherCalendarCountsFromNowOn() {
            openedAt(at("2026-09-30T16:30"), terms(COMPLAINT)).stands(NEW, OUTLET, at("2026-10-01T08:30"))
                    .under(closedOnHolidays(terms(COMPLAINT))).at(at("2026-09-30T17:30"))
                    .does(PLATFORM, new Recount()).stands(NEW, OUTLET, at("2026-10-08T08:30"));
        }

        @Test
        void whereNothingChangedNothingChanges() {
            var urgent = DISPATCHED_AT_NINE.at(hours(10)).does(AGENT, new RaiseUrgent());
            urgent.stands(DISPATCHED, OUTLET, hours(12)).at(hours(11)).does(PLATFORM, new Recount())
                    .stands(DISPATCHED, OUTLET, hours(12));
            var late = DISPATCHED_AT_NINE.at(hours(23)).does(AGENT, new RaiseUrgent());
            assertThat(late.does(PLATFORM, new Recount()).ticket()).isEqualTo(late.ticket());
            var joined = opened(TicketKind.QUERY).at(hours(5)).does(PLATFORM, new Join(TIANHE));
            assertThat(joined.at(hours(6)).does(PLATFORM, new Recount()).ticket()).isEqualTo(joined.ticket());
        }
    }

    @Nested
    @DisplayName("T5 the period of law")
    class Law {

        private final Instant due = due(StatutoryKey.COMPLAINT_REPLY, "440106");
        private final TicketLife overdueAtDesk = TicketLife
                .about(Ticket.about(COMPLAINT, false, DESK_UNIT, TIANHE).withStatutory(due), terms(COMPLAINT))
                .does(PLATFORM, new TicketCommand.Open())
                .passes(minutes(15 * 60 + 30)).passes(hours(16));

        private static Instant due(StatutoryKey key, String division) {
            return DefaultStatutoryPeriods.table().due(key, Jurisdiction.of(division), NINE).orElseThrow().due();
        }

        private static Instant days(Instant from, int days) {
            return from.plus(Duration.ofDays(days));
        }

        @Test
        void everybodyIsRemindedThreeDaysAndOneDayBeforeAndDailyForAWeekAfter() {
            assertThat(due).isEqualTo(at("2026-11-29T00:00"));
            var life = overdueAtDesk;
            for (int day : new int[]{-3, -1}) {
                life = life.passes(days(due, day)).logged(Event.STATUTORY_SOON)
                        .told(Whom.HOLDER, News.STATUTORY_SOON).told(Whom.DESK, News.STATUTORY_SOON)
                        .told(Whom.ABOVE, News.STATUTORY_SOON);
            }
            for (int day = 0; day <= 7; day++) {
                life = life.refuses(PLATFORM, new RemindStatutory(), Refusal.NOT_DUE)
                        .passes(days(due, day)).logged(Event.STATUTORY_OVERDUE)
                        .told(Whom.ABOVE, News.STATUTORY_OVERDUE);
            }
            assertThat(life.deadline()).isEmpty();
        }

        @Test
        void whatWasMissedIsToldOnce() {
            var life = overdueAtDesk.at(days(due, 2).plusSeconds(60)).does(PLATFORM, new RemindStatutory());
            assertThat(life.deadline()).contains(new Deadline(days(due, 3), new RemindStatutory()));
        }

        @Test
        void itRunsWhileTheTicketWaits() {
            overdueAtDesk.does(AGENT, new Dispatch(TIANHE)).does(UNIT, new Accept())
                    .does(UNIT, new TicketCommand.Wait(TicketState.WaitReason.CUSTOMER, days(due, -2)))
                    .passes(days(due, -3)).logged(Event.STATUTORY_SOON).passes(days(due, -2));
        }

        @Test
        void aComplaintThatWasEndedInTimeIsNotOverdueWhenItComesBack() {
            var inTime = overdueAtDesk.at(days(due, -4)).does(LEAD, new Close(CloseReason.MISTAKE));
            var reopened = inTime.at(days(due, 1)).does(AGENT, new Reopen());
            assertThat(reopened.deadline().map(Deadline::command)).get().isNotInstanceOf(RemindStatutory.class);
            assertThat(inTime.at(days(due, 90)).does(PLATFORM, new ReceiveAppeal()).deadline()).isEmpty();

            var late = overdueAtDesk.at(days(due, 1)).does(LEAD, new Close(CloseReason.MISTAKE));
            late.at(days(due, 2)).does(AGENT, new Reopen()).stands(REOPENED, TicketLevel.REGION)
                    .does(PLATFORM, new RemindStatutory()).logged(Event.STATUTORY_OVERDUE);
        }

        @Test
        void itAsksForNothingOnceTheCustomerIsContent() {
            var checked = overdueAtDesk.at(days(due, -1)).does(AGENT, new Dispatch(TIANHE))
                    .does(UNIT, new Accept()).does(UNIT, new TicketCommand.ApplyClose())
                    .does(TicketFixture.with(AGENT, Requirement.LIABILITY, Requirement.ROOT_CAUSE),
                            new TicketCommand.Check(true));
            assertThat(checked.deadline().map(Deadline::command)).contains(new RemindStatutory());
            var called = checked.does(AGENT, new TicketCommand.CallBack(CallBackVerdict.SETTLED));
            assertThat(called.deadline().map(Deadline::command)).get().isInstanceOf(TicketCommand.Fire.class);
        }

        @Test
        void aComplaintThatComesBackInItsPeriodMustStillBeAnsweredInIt() {
            overdueAtDesk.at(days(due, -5)).does(LEAD, new Close(CloseReason.MISTAKE))
                    .at(days(due, -4)).does(PLATFORM, new ReceiveAppeal()).passes(days(due, -3))
                    .logged(Event.STATUTORY_SOON);
        }

        @Test
        void inZhejiangTheAuthorityHasHalfTheTimeAndAComplaintTheSame() {
            assertThat(due(StatutoryKey.COMPLAINT_REPLY, "330106")).isEqualTo(due);
            var zhejiang = due(StatutoryKey.APPEAL_AUTHORITY_ANSWER, "330106");
            assertThat(zhejiang).isEqualTo(days(due, 8));
            assertThat(due(StatutoryKey.APPEAL_AUTHORITY_ANSWER, "440106")).isEqualTo(days(due, 23));
            TicketLife.about(Ticket.about(COMPLAINT, false, DESK_UNIT, TIANHE).withStatutory(zhejiang),
                    terms(COMPLAINT)).does(PLATFORM, new TicketCommand.Open())
                    .does(PLATFORM, new ReceiveAppeal()).passes(days(due, 5)).logged(Event.STATUTORY_SOON);
        }
    }
}
