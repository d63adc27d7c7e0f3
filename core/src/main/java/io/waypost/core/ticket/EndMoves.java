package io.waypost.core.ticket;

import io.waypost.core.deadline.PauseReason;
import io.waypost.core.ticket.TicketDecision.Refusal;
import io.waypost.core.ticket.TicketDecision.Refused;
import io.waypost.core.ticket.TicketEffect.CustomerNews;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketEffect.Whom;
import io.waypost.core.ticket.TicketState.Appealed;
import io.waypost.core.ticket.TicketState.Merged;
import io.waypost.core.ticket.TicketState.Reopened;
import io.waypost.core.ticket.TicketState.Waiting;
import java.time.Instant;

/** How a ticket ends otherwise than by its desk, and how an end is taken back. */
record EndMoves(Ticket ticket, TicketTerms terms, Caller caller, Instant now) {

    TicketDecision confirm() {
        return outcome().log(Event.CONFIRMED).close(CloseReason.CONFIRMED).granted();
    }

    TicketDecision withdraw() {
        return outcome().log(Event.WITHDRAWN).close(CloseReason.WITHDRAWN).granted();
    }

    /** The cause is gone: that settles what the platform found itself and some other kinds, and is news for the rest and for the regulator's answer. */
    TicketDecision causeGone(CloseReason reason) {
        var outcome = outcome().log(Event.CAUSE_GONE);
        boolean settled = terms.kind().endsWithMove() || ticket.kind().found();
        return settled && !(ticket.state() instanceof Appealed)
                ? outcome.close(reason).granted()
                : outcome.tell(Whom.HOLDER, News.PARCEL_MOVED).granted();
    }

    TicketDecision reopenEnded(Instant endedAt) {
        return now.isAfter(endedAt.plus(terms.sop().reopenWindow()))
                ? new Refused(Refusal.REOPEN_WINDOW_OVER)
                : reopen(outcome().becomes(kept(endedAt)));
    }

    /** One level up: whoever said that it was settled does not decide again. */
    TicketDecision reopen(Outcome outcome) {
        var higher = outcome.ticket().reopened().at(ticket.ladder().above(ticket.level()));
        return outcome.becomes(higher).log(Event.REOPENED).afresh(new Reopened()).assign()
                .tell(Whom.HOLDER, News.REOPENED).tell(Whom.DESK, News.REOPENED)
                .tellCustomer(CustomerNews.REOPENED).granted();
    }

    /** Its clock stands while it goes on elsewhere, so that a merge can be taken back as if it had not been. */
    TicketDecision merge(String number, String into) {
        if (number.equals(into)) {
            return new Refused(Refusal.MERGED_INTO_ITSELF);
        }
        var clock = ticket.clock();
        var standing = clock == null || clock.paused()
                ? ticket
                : ticket.with(clock.standing(now, PauseReason.OTHER_OUTLET));
        return outcome().log(Event.MERGED).becomes(standing.to(new Merged(into, ticket.state(), now))).granted();
    }

    TicketDecision unmerge(Merged at) {
        var clock = ticket.clock();
        var back = ticket.to(at.before());
        boolean stood = clock != null && at.before() instanceof Waiting(_, var reason)
                && outcome().pauses(clock, reason);
        var running = clock == null || stood ? back : back.with(clock.running(now));
        return outcome().becomes(running).log(Event.UNMERGED).assign().tell(Whom.HOLDER, News.RESUMED).granted();
    }

    TicketDecision receiveAppeal() {
        return outcome().becomes(ticket.state().endedAt().map(this::kept).orElse(ticket)).log(Event.APPEALED)
                .into(new Appealed()).assign().tell(Whom.DESK, News.APPEALED)
                .tell(Whom.ABOVE, News.APPEALED).granted();
    }

    TicketDecision endAppeal() {
        return outcome().log(Event.APPEAL_ENDED).close(CloseReason.APPEAL_ENDED).granted();
    }

    /** What was ended in the period of law and comes back after it is not overdue by law: the customer had a result in time. */
    private Ticket kept(Instant endedAt) {
        var statutory = ticket.statutory();
        return statutory != null && !statutory.overdue(endedAt) && statutory.overdue(now)
                ? ticket.with(statutory.kept())
                : ticket;
    }

    private Outcome outcome() {
        return new Outcome(ticket, terms, now);
    }
}
