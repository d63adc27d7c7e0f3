package io.waypost.core.ticket;

import io.waypost.core.ticket.Answer.FoundDamaged;
import io.waypost.core.ticket.Answer.FoundForwarded;
import io.waypost.core.ticket.Answer.Misdirected;
import io.waypost.core.ticket.Answer.NotFound;
import io.waypost.core.ticket.Answer.OnTheWay;
import io.waypost.core.ticket.Answer.WaitingCustomer;
import io.waypost.core.ticket.TicketDecision.Accepted;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the cells of {@link TicketRules} do with one ticket at one instant. */
record TicketMoves(Ticket ticket, TicketPolicy policy, Instant now) {

    /** Puts the ticket to the unit of that level with a fresh limit. */
    TicketDecision dispatch(TicketLevel level, News news, Event... events) {
        var effects = new ArrayList<TicketEffect>();
        for (var event : events) {
            effects.add(new Log(event));
        }
        effects.add(new Assign(level, ticket.ladder().unit(level)));
        effects.add(new Tell(Whom.HOLDER, news));
        return new Accepted(fresh(level), effects);
    }

    TicketDecision stay(Event event) {
        return new Accepted(ticket, List.of(new Log(event)));
    }

    TicketDecision stay(Event event, News news) {
        return new Accepted(ticket, List.of(new Log(event), new Tell(Whom.HOLDER, news)));
    }

    /** A finding joins: to the place it names if that is another unit, else the time left is at most a silent parcel's. */
    TicketDecision joinWhileDispatched(Dispatched at, Ladder ladder) {
        var joined = with(ticket.withFinding());
        if (!sameUnit(TicketLevel.OUTLET, ladder) || !sameUnit(at.level(), ladder)) {
            return joined.onto(ladder).dispatch(TicketLevel.OUTLET, News.REDISPATCHED, Event.NOTED, Event.REDISPATCHED);
        }
        return new Accepted(joined.sooner(at), List.of(new Log(Event.NOTED)));
    }

    /** A finding joins although the unit said that it had sent the parcel on. */
    TicketDecision joinAfterReply(TicketLevel level, Ladder ladder) {
        var joined = with(ticket.withFinding()).onto(ladder);
        return joined.dispatch(sameUnit(level, ladder) ? level : TicketLevel.OUTLET, News.NOT_MOVED, Event.NOTED,
                Event.RESUMED);
    }

    /** A finding joins and changes nothing for now. */
    TicketDecision attach() {
        return new Accepted(ticket.withFinding(), List.of(new Log(Event.NOTED)));
    }

    TicketDecision answer(TicketLevel level, Answer answer) {
        return switch (answer) {
            case FoundForwarded() -> new Accepted(ticket.to(new Replied(level, now.plus(policy.checkAfter()))),
                    List.of(new Log(Event.ANSWERED), new Acted()));
            case FoundDamaged() -> trouble(level);
            case NotFound() -> trouble(level);
            case Misdirected(var to) -> misdirected(to);
            case WaitingCustomer(var until) -> waitUntil(level, until, WaitReason.CUSTOMER);
            case OnTheWay(var until) -> waitUntil(level, until, WaitReason.ROAD);
        };
    }

    /** The shorter limit from now on, never a later due; a pause ends; the level above knows. */
    TicketDecision raise(TicketLevel level) {
        if (ticket.urgent()) {
            return new Refused(Refusal.ALREADY_URGENT);
        }
        var raised = with(ticket.withUrgency());
        var next = ticket.state() instanceof Dispatched at ? raised.sooner(at) : raised.fresh(level);
        return new Accepted(next,
                List.of(new Log(Event.URGENT), new Tell(Whom.HOLDER, News.URGENT), new Tell(Whom.ABOVE, News.URGENT)));
    }

    /** The tree changed under a unit that must answer: a new holder gets the full time. */
    TicketDecision redispatch(TicketLevel level, Ladder ladder) {
        if (sameUnit(level, ladder)) {
            return new Accepted(ticket.on(ladder), List.of());
        }
        return onto(ladder).dispatch(level, News.REDISPATCHED, Event.REDISPATCHED);
    }

    /** The tree changed while nothing is asked of anybody: only the holder changes. */
    TicketDecision move(TicketLevel level, Ladder ladder) {
        if (sameUnit(level, ladder)) {
            return new Accepted(ticket.on(ladder), List.of());
        }
        return new Accepted(ticket.on(ladder), List.of(new Log(Event.REDISPATCHED),
                new Assign(level, ladder.unit(level)), new Tell(Whom.HOLDER, News.REDISPATCHED)));
    }

    TicketDecision causeGone(CloseReason reason) {
        return new Accepted(ticket.to(new Closed(reason, now)),
                List.of(new Log(Event.CAUSE_GONE), new Log(Event.CLOSED)));
    }

    TicketDecision close(CloseReason reason) {
        if (!reason.forPeople()) {
            return new Refused(Refusal.REASON_RESERVED);
        }
        return new Accepted(ticket.to(new Closed(reason, now)), List.of(new Log(Event.CLOSED)));
    }

    TicketDecision warn(Dispatched at) {
        if (now.isBefore(at.due().minus(policy.warnBefore()))) {
            return new Refused(Refusal.NOT_DUE);
        }
        return new Accepted(ticket.to(new Dispatched(at.level(), at.due(), Patience.WARNED)),
                List.of(new Tell(Whom.HOLDER, News.DUE_SOON)));
    }

    TicketDecision escalate(Dispatched at) {
        if (now.isBefore(at.due())) {
            return new Refused(Refusal.NOT_DUE);
        }
        if (at.level() == TicketLevel.HEADQUARTERS) {
            return new Accepted(ticket.to(new Dispatched(at.level(), at.due(), Patience.LAPSED)),
                    List.of(new Tell(Whom.HOLDER, News.OVERDUE)));
        }
        return dispatch(ticket.ladder().above(at.level()), News.ESCALATED, Event.ESCALATED);
    }

    TicketDecision comeBack(Instant notBefore, TicketLevel level, News news) {
        return now.isBefore(notBefore) ? new Refused(Refusal.NOT_DUE) : dispatch(level, news, Event.RESUMED);
    }

    TicketDecision comeBackHigher(Instant notBefore, TicketLevel level) {
        if (now.isBefore(notBefore)) {
            return new Refused(Refusal.NOT_DUE);
        }
        var above = ticket.ladder().above(level);
        return above == level
                ? dispatch(level, News.NOT_MOVED, Event.RESUMED)
                : dispatch(above, News.NOT_MOVED, Event.RESUMED, Event.ESCALATED);
    }

    /** Goes up for search and settlement once; above the outlet the same answer buys no time. */
    private TicketDecision trouble(TicketLevel level) {
        var effects = new ArrayList<TicketEffect>(
                List.of(new Log(Event.ANSWERED), new Acted(), new TroubleConfirmed()));
        if (level != TicketLevel.OUTLET) {
            return new Accepted(ticket.state() instanceof Dispatched ? ticket : fresh(level), effects);
        }
        var above = ticket.ladder().above(level);
        effects.add(new Log(Event.ESCALATED));
        effects.add(new Assign(above, ticket.ladder().unit(above)));
        effects.add(new Tell(Whom.HOLDER, News.TROUBLE));
        return new Accepted(fresh(above), effects);
    }

    private TicketDecision misdirected(Ladder to) {
        if (to.place().equals(ticket.ladder().place())) {
            return new Refused(Refusal.SAME_UNIT);
        }
        var next = onto(to).fresh(TicketLevel.OUTLET);
        return new Accepted(next, List.of(new Log(Event.ANSWERED), new Acted(), new Log(Event.REDISPATCHED),
                new Assign(TicketLevel.OUTLET, to.place()), new Tell(Whom.HOLDER, News.REDISPATCHED)));
    }

    private TicketDecision waitUntil(TicketLevel level, Instant until, WaitReason reason) {
        if (!until.isAfter(now) || until.isAfter(now.plus(policy.longestWait()))) {
            return new Refused(Refusal.UNTIL_OUT_OF_RANGE);
        }
        return new Accepted(ticket.to(new Waiting(level, until, reason)), List.of(new Log(Event.ANSWERED)));
    }

    private Ticket fresh(TicketLevel level) {
        return ticket.to(new Dispatched(level, now.plus(policy.limit(ticket, level)), Patience.FRESH));
    }

    private Ticket sooner(Dispatched at) {
        var limit = now.plus(policy.limit(ticket, at.level()));
        return limit.isBefore(at.due()) ? ticket.to(new Dispatched(at.level(), limit, Patience.FRESH)) : ticket;
    }

    private boolean sameUnit(TicketLevel level, Ladder ladder) {
        return ladder.unit(level).equals(ticket.ladder().unit(level));
    }

    private TicketMoves onto(Ladder ladder) {
        return with(ticket.on(ladder));
    }

    private TicketMoves with(Ticket other) {
        return new TicketMoves(other, policy, now);
    }
}
