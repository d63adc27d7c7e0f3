package io.waypost.core.ticket;

import io.waypost.core.deadline.Firing;
import io.waypost.core.deadline.NextFiring;
import io.waypost.core.sop.Stage;
import io.waypost.core.ticket.TicketDecision.Refusal;
import io.waypost.core.ticket.TicketDecision.Refused;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketEffect.Whom;
import io.waypost.core.ticket.TicketState.Dispatched;
import io.waypost.core.ticket.TicketState.Escalated;
import io.waypost.core.ticket.TicketState.Phase;
import java.time.Instant;

/** What time, urgency and the organisation do to a ticket. */
record ClockMoves(Ticket ticket, TicketTerms terms, Instant now) {

    TicketDecision fire(Firing.Key key) {
        var clock = ticket.clock();
        if (clock == null || !(clock.next(now, terms.book()) instanceof NextFiring.Next(var firing))
                || !firing.key().equals(key) || firing.at().isAfter(now)) {
            return new Refused(Refusal.NOT_DUE);
        }
        var outcome = outcome().becomes(ticket.with(clock.withFired(key)));
        return switch (key.kind()) {
            case WARNING -> outcome.tell(Whom.HOLDER, News.DUE_SOON).granted();
            case ESCALATION -> escalate(clock.stage(), outcome);
            case REPEAT -> overdue(outcome).tell(Whom.ABOVE, News.OVERDUE).granted();
        };
    }

    private TicketDecision escalate(Stage stage, Outcome outcome) {
        var above = ticket.ladder().above(ticket.level());
        return switch (stage) {
            case RESPONSE, SOLUTION -> above == ticket.level()
                    ? overdue(outcome).granted()
                    : units(outcome).climb(above, News.ESCALATED).granted();
            case VERIFICATION -> terms.verifiedByScan()
                    ? comeBackHigher(outcome, above)
                    : overdue(outcome).tell(Whom.ABOVE, News.OVERDUE).granted();
            case TRIAGE, CHECK, CALL_BACK -> overdue(outcome).tell(Whom.ABOVE, News.OVERDUE).granted();
        };
    }

    private static Outcome overdue(Outcome outcome) {
        return outcome.log(Event.OVERDUE).tell(Whom.HOLDER, News.OVERDUE);
    }

    /** Forwarded, they said, but no scan came. */
    private TicketDecision comeBackHigher(Outcome outcome, TicketLevel above) {
        outcome.log(Event.RESUMED);
        return above == ticket.level()
                ? units().dispatch(outcome, above, new Dispatched(), News.NOT_MOVED).granted()
                : units().dispatch(outcome.log(Event.ESCALATED), above, new Escalated(), News.NOT_MOVED).granted();
    }

    TicketDecision remindStatutory() {
        var statutory = ticket.statutory();
        if (statutory == null || statutory.next().isAfter(now)) {
            return new Refused(Refusal.NOT_DUE);
        }
        boolean over = statutory.overdue(now);
        var news = over ? News.STATUTORY_OVERDUE : News.STATUTORY_SOON;
        return outcome().becomes(ticket.with(statutory.toldAt(now)))
                .log(over ? Event.STATUTORY_OVERDUE : Event.STATUTORY_SOON)
                .tell(Whom.HOLDER, news).tell(Whom.DESK, news).tell(Whom.ABOVE, news).granted();
    }

    /** The shorter limit from now on, never a later due; a pause ends; the level above knows. */
    TicketDecision raise() {
        if (ticket.urgent()) {
            return new Refused(Refusal.ALREADY_URGENT);
        }
        var outcome = outcome().becomes(ticket.withUrgency(true)).log(Event.URGENT);
        if (ticket.state().name().phase() == Phase.WAITING) {
            units().comeBack(outcome);
        }
        return outcome.shortened().tell(Whom.HOLDER, News.URGENT).tell(Whom.ABOVE, News.URGENT).granted();
    }

    /** The normal limit, counted from the begin of the stage. */
    TicketDecision lower() {
        if (!ticket.urgent()) {
            return new Refused(Refusal.NOT_URGENT);
        }
        var outcome = outcome().becomes(ticket.withUrgency(false)).log(Event.URGENT_WITHDRAWN);
        return outcome.relimited().tell(Whom.DESK, News.URGENT).granted();
    }

    /** Limits or hours changed for tickets that run. */
    TicketDecision recount() {
        return outcome().log(Event.RECOUNTED).recalendared().relimited().granted();
    }

    /** A finding joins. Where a unit is asked about a parcel, it is asked at the place that the finding names. */
    TicketDecision join(Ladder ladder) {
        var joined = ticket.withFinding();
        var outcome = outcome().becomes(joined).log(Event.NOTED);
        var phase = ticket.state().name().phase();
        if (terms.sop().has(Stage.SOLUTION) || (phase != Phase.UNIT && phase != Phase.REPLIED)) {
            return outcome.granted();
        }
        boolean same = sameUnit(TicketLevel.OUTLET, ladder) && sameUnit(ticket.level(), ladder);
        if (phase == Phase.REPLIED) {
            var level = sameUnit(ticket.level(), ladder) ? ticket.level() : TicketLevel.OUTLET;
            return units().dispatch(outcome.becomes(joined.on(ladder)).log(Event.RESUMED), level, new Dispatched(),
                    News.NOT_MOVED).granted();
        }
        return same
                ? outcome.shortened().granted()
                : units().dispatch(outcome.becomes(joined.on(ladder)).log(Event.REDISPATCHED), TicketLevel.OUTLET,
                        new Dispatched(), News.REDISPATCHED).granted();
    }

    /** The tree changed: a unit that must answer and did not have the ticket before gets the full time. */
    TicketDecision redispatch(Ladder ladder) {
        var outcome = outcome().becomes(ticket.on(ladder));
        if (outcome.ticket().holder().equals(ticket.holder())) {
            return outcome.granted();
        }
        outcome.log(Event.REDISPATCHED);
        return ticket.state().name().phase() == Phase.UNIT
                ? outcome.afresh(ticket.state()).assign().tell(Whom.HOLDER, News.REDISPATCHED).granted()
                : outcome.assign().tell(Whom.HOLDER, News.REDISPATCHED).granted();
    }

    private boolean sameUnit(TicketLevel level, Ladder ladder) {
        return ladder.unit(level).equals(ticket.ladder().unit(level));
    }

    private UnitMoves units() {
        return new UnitMoves(ticket, terms, now);
    }

    private UnitMoves units(Outcome outcome) {
        return new UnitMoves(outcome.ticket(), terms, now);
    }

    private Outcome outcome() {
        return new Outcome(ticket, terms, now);
    }
}
