package io.waypost.core.ticket;

import io.waypost.core.sop.Stage;
import io.waypost.core.ticket.TicketDecision.Refusal;
import io.waypost.core.ticket.TicketDecision.Refused;
import io.waypost.core.ticket.TicketEffect.Acted;
import io.waypost.core.ticket.TicketEffect.CustomerNews;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketEffect.TroubleConfirmed;
import io.waypost.core.ticket.TicketEffect.Whom;
import io.waypost.core.ticket.TicketState.Accepted;
import io.waypost.core.ticket.TicketState.Dispatched;
import io.waypost.core.ticket.TicketState.Escalated;
import io.waypost.core.ticket.TicketState.InProgress;
import io.waypost.core.ticket.TicketState.Phase;
import io.waypost.core.ticket.TicketState.Replied;
import io.waypost.core.ticket.TicketState.WaitReason;
import io.waypost.core.ticket.TicketState.Waiting;
import java.time.Instant;

/** What happens while a unit must act: it is asked, takes the matter on, waits, answers, passes it on; and it climbs. */
record UnitMoves(Ticket ticket, TicketTerms terms, Instant now) {

    /** Puts the ticket to the unit of that level with all of its time. */
    Outcome dispatch(Outcome outcome, TicketLevel level, TicketState state, News news) {
        return outcome.becomes(outcome.ticket().at(level)).afresh(state).assign().tell(Whom.HOLDER, news);
    }

    TicketDecision dispatchTo(Ladder ladder) {
        return dispatch(outcome().becomes(ticket.on(ladder)).log(Event.DISPATCHED), TicketLevel.OUTLET,
                new Dispatched(), News.OPENED).granted();
    }

    TicketDecision accept() {
        return outcome().log(Event.ACCEPTED).into(new Accepted()).granted();
    }

    TicketDecision start() {
        return outcome().log(Event.STARTED).into(new InProgress()).granted();
    }

    TicketDecision wait(WaitReason reason, Instant until) {
        return waiting(Event.WAITING, reason, until);
    }

    TicketDecision goOn() {
        return comeBack(outcome().log(Event.RESUMED)).granted();
    }

    TicketDecision waitOver(Waiting at) {
        return now.isBefore(at.until()) ? new Refused(Refusal.NOT_DUE) : goOn();
    }

    /**
     * Goes on after a wait in the time that was left, so that waiting buys nobody any. Only who answered that the parcel is on the
     * road is asked anew, with all of the time: the answer was in time, and no scan bore it out.
     */
    Outcome comeBack(Outcome outcome) {
        var clock = outcome.ticket().clock();
        if (clock != null && clock.stage() == Stage.SOLUTION) {
            return outcome.into(new InProgress()).tell(Whom.HOLDER, News.RESUMED);
        }
        return ticket.state() instanceof Waiting(_, var reason) && reason == WaitReason.ROAD
                ? dispatch(outcome, ticket.level(), new Dispatched(), News.RESUMED)
                : outcome.into(new Dispatched()).assign().tell(Whom.HOLDER, News.RESUMED);
    }

    TicketDecision handOver(Ladder to) {
        if (to.place().equals(ticket.ladder().unit(ticket.level()))) {
            return new Refused(Refusal.SAME_UNIT);
        }
        var outcome = outcome().becomes(ticket.on(to).handedOver()).log(Event.HANDED_OVER);
        return passedAround(dispatch(outcome, TicketLevel.OUTLET, new Dispatched(), News.HANDED_OVER)).granted();
    }

    TicketDecision carryUp() {
        var above = ticket.ladder().above(ticket.level());
        return above == ticket.level() ? new Refused(Refusal.NOBODY_ABOVE) : climb(above, News.ESCALATED).granted();
    }

    Outcome climb(TicketLevel above, News news) {
        return dispatch(outcome().log(Event.ESCALATED), above, new Escalated(), news);
    }

    TicketDecision answer(Answer answer) {
        return switch (answer) {
            case Answer.FoundForwarded() -> replied(outcome().log(Event.ANSWERED).and(new Acted()));
            case Answer.Explained() -> replied(outcome().log(Event.ANSWERED));
            case Answer.FoundDamaged() -> trouble();
            case Answer.NotFound() -> trouble();
            case Answer.Misdirected(var to) -> misdirected(to);
            case Answer.WaitingCustomer(var until) -> waiting(Event.ANSWERED, WaitReason.CUSTOMER, until);
            case Answer.OnTheWay(var until) -> waiting(Event.ANSWERED, WaitReason.ROAD, until);
        };
    }

    TicketDecision returned() {
        return outcome().log(Event.RETURNED).into(new InProgress()).assign().tell(Whom.HOLDER, News.RETURNED).granted();
    }

    /** Answered; where no scan shows whether that is right, the desk looks at it, and the customer hears of it once it is checked. */
    private TicketDecision replied(Outcome outcome) {
        outcome.afresh(new Replied());
        if (terms.verifiedByScan()) {
            return outcome.granted();
        }
        outcome.assign().tell(Whom.DESK, News.REPLIED);
        return terms.sop().has(Stage.CHECK)
                ? outcome.granted()
                : outcome.tellCustomer(CustomerNews.RESULT).granted();
    }

    /** Goes up for search and settlement once; above the outlet the same answer buys no time. */
    private TicketDecision trouble() {
        var outcome = outcome().log(Event.ANSWERED).and(new Acted()).and(new TroubleConfirmed());
        if (ticket.level() == TicketLevel.OUTLET) {
            return dispatch(outcome.log(Event.ESCALATED), ticket.ladder().above(TicketLevel.OUTLET), new Escalated(),
                    News.TROUBLE).granted();
        }
        return ticket.state().name().phase() == Phase.UNIT
                ? outcome.granted()
                : outcome.afresh(new Dispatched()).granted();
    }

    private TicketDecision misdirected(Ladder to) {
        if (to.place().equals(ticket.ladder().place())) {
            return new Refused(Refusal.SAME_UNIT);
        }
        var outcome = outcome().becomes(ticket.on(to).handedOver()).log(Event.ANSWERED).and(new Acted())
                .log(Event.REDISPATCHED);
        return passedAround(dispatch(outcome, TicketLevel.OUTLET, new Dispatched(), News.REDISPATCHED)).granted();
    }

    private TicketDecision waiting(Event event, WaitReason reason, Instant until) {
        if (!until.isAfter(now) || until.isAfter(now.plus(terms.sop().longestWait()))) {
            return new Refused(Refusal.UNTIL_OUT_OF_RANGE);
        }
        var outcome = outcome().log(event).waiting(new Waiting(until, reason));
        return reason == WaitReason.CUSTOMER
                ? outcome.tellCustomer(CustomerNews.WAITING_FOR_YOU).granted()
                : outcome.granted();
    }

    /** One hand-over more than the SOP bears: whoever leads must see it. */
    private Outcome passedAround(Outcome outcome) {
        return outcome.ticket().handOvers() == terms.sop().handOvers() + 1
                ? outcome.log(Event.PASSED_AROUND).tell(Whom.ABOVE, News.PASSED_AROUND)
                        .tell(Whom.DESK, News.PASSED_AROUND)
                : outcome;
    }

    private Outcome outcome() {
        return new Outcome(ticket, terms, now);
    }
}
