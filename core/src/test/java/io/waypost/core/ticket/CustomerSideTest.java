package io.waypost.core.ticket;

import static io.waypost.core.ticket.TicketFixture.AGENT;
import static io.waypost.core.ticket.TicketFixture.CHENGDU;
import static io.waypost.core.ticket.TicketFixture.COMPLAINT;
import static io.waypost.core.ticket.TicketFixture.CUSTOMER;
import static io.waypost.core.ticket.TicketFixture.NINE;
import static io.waypost.core.ticket.TicketFixture.UNIT;
import static io.waypost.core.ticket.TicketFixture.hours;
import static io.waypost.core.ticket.TicketLife.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.ticket.CaseProgress.Line;
import io.waypost.core.ticket.CaseProgress.Mark;
import io.waypost.core.ticket.CaseProgress.Step;
import io.waypost.core.ticket.TicketCommand.Accept;
import io.waypost.core.ticket.TicketCommand.Dispatch;
import io.waypost.core.ticket.TicketCommand.ReceiveAppeal;
import io.waypost.core.ticket.TicketCommand.Start;
import io.waypost.core.ticket.TicketCommand.Wait;
import io.waypost.core.ticket.TicketCommand.Withdraw;
import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.Invalid;
import io.waypost.core.ticket.TicketState.Merged;
import io.waypost.core.ticket.TicketState.New;
import io.waypost.core.ticket.TicketState.WaitReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T4 what customers see of a case, and when they may rate it")
class CustomerSideTest {

    @Test
    void aComplaintGoesThroughItsStepsInOrder() {
        var taken = opened(COMPLAINT);
        assertNow(taken, Step.RECEIVED);
        var dispatched = taken.does(AGENT, new Dispatch(CHENGDU));
        assertNow(dispatched, Step.VERIFYING);
        var working = dispatched.does(UNIT, new Accept()).does(UNIT, new Start());
        assertNow(working, Step.HANDLING);
        assertNow(working.does(UNIT, new Wait(WaitReason.CUSTOMER, hours(5))), Step.HANDLING);
        assertNow(working.does(Caller.PLATFORM, new ReceiveAppeal()), Step.REVIEWING);
        assertThat(lines(working)).extracting(Line::step).containsExactly(Step.values());
        assertThat(lines(working)).extracting(Line::mark).containsExactly(Mark.DONE, Mark.DONE, Mark.NOW, Mark.TO_DO,
                Mark.TO_DO, Mark.TO_DO);
    }

    @Test
    void whatIsOverIsDoneToTheEnd() {
        assertThat(lines(opened(COMPLAINT).does(CUSTOMER, new Withdraw()))).extracting(Line::mark)
                .containsOnly(Mark.DONE);
    }

    @Test
    void anEndIsRatedOnceAndOnceMoreWithinAWeek() {
        var closed = new Closed(CloseReason.SETTLED, NINE);
        assertThat(RatingRules.refusal(new New(), null, NINE)).contains(RatingRules.Refusal.NOT_ENDED);
        assertThat(RatingRules.refusal(new Invalid(InvalidReason.MISTAKE, NINE), null, NINE))
                .contains(RatingRules.Refusal.NOT_ENDED);
        assertThat(RatingRules.refusal(new Merged("T1", new New(), NINE), null, NINE))
                .contains(RatingRules.Refusal.NOT_ENDED);
        assertThat(RatingRules.refusal(closed, null, NINE.plus(Duration.ofDays(300)))).isEmpty();
        var given = new RatingRules.Given(NINE, false);
        assertThat(RatingRules.refusal(closed, given, NINE.plus(Duration.ofDays(7)))).isEmpty();
        assertThat(RatingRules.refusal(closed, given, NINE.plus(Duration.ofDays(7)).plusNanos(1)))
                .contains(RatingRules.Refusal.RATING_WINDOW_OVER);
        assertThat(RatingRules.refusal(closed, new RatingRules.Given(NINE, true), NINE))
                .contains(RatingRules.Refusal.RATED_ALREADY);
    }

    private static void assertNow(TicketLife life, Step step) {
        assertThat(lines(life)).filteredOn(line -> line.mark() == Mark.NOW).extracting(Line::step)
                .containsExactly(step);
    }

    private static List<Line> lines(TicketLife life) {
        return CaseProgress.of(life.ticket(), life.terms().sop());
    }
}
