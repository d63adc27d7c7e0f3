package io.waypost.core.ticket;

import io.waypost.core.ticket.TicketCommand.CauseGone;
import io.waypost.core.ticket.TicketCommand.Close;
import io.waypost.core.ticket.TicketCommand.Deadline;
import io.waypost.core.ticket.TicketCommand.Escalate;
import io.waypost.core.ticket.TicketCommand.FollowUp;
import io.waypost.core.ticket.TicketCommand.Give;
import io.waypost.core.ticket.TicketCommand.Join;
import io.waypost.core.ticket.TicketCommand.Note;
import io.waypost.core.ticket.TicketCommand.Open;
import io.waypost.core.ticket.TicketCommand.RaiseUrgent;
import io.waypost.core.ticket.TicketCommand.Redispatch;
import io.waypost.core.ticket.TicketCommand.Resume;
import io.waypost.core.ticket.TicketCommand.Urge;
import io.waypost.core.ticket.TicketCommand.Warn;
import io.waypost.core.ticket.TicketDecision.Accepted;
import io.waypost.core.ticket.TicketDecision.Refusal;
import io.waypost.core.ticket.TicketDecision.Refused;
import io.waypost.core.ticket.TicketEffect.Event;
import io.waypost.core.ticket.TicketEffect.News;
import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.Dispatched;
import io.waypost.core.ticket.TicketState.Patience;
import io.waypost.core.ticket.TicketState.Replied;
import io.waypost.core.ticket.TicketState.Unopened;
import io.waypost.core.ticket.TicketState.Waiting;
import java.time.Instant;
import java.util.Optional;

/**
 * The one place that says which command is allowed in which state, and what follows: a table, one line a cell, one block a
 * state. What a cell does is in {@link TicketMoves}; what it may lead to is declared in {@link TicketTransition}.
 */
public final class TicketRules {

    private TicketRules() {}

    /** Decides the command at that instant. Pure: the same arguments always give the same decision. */
    public static TicketDecision decide(Ticket ticket, TicketCommand command, TicketPolicy policy, Instant now) {
        var moves = new TicketMoves(ticket, policy, now);
        var decision = switch (ticket.state()) {
            case Unopened() -> unopened(command, moves);
            case Dispatched at -> dispatched(at, command, moves);
            case Waiting at -> waiting(at, command, moves);
            case Replied at -> replied(at, command, moves);
            case Closed _ -> closed(command);
        };
        if (decision instanceof Accepted(var next, _)) {
            TicketTransition.require(ticket.state(), command, next.state());
        }
        return decision;
    }

    /** The one deadline of a ticket: when, and which command the clock then gives; empty when nothing more will happen by itself. */
    public static Optional<Deadline> deadline(Ticket ticket, TicketPolicy policy) {
        return switch (ticket.state()) {
            case Unopened() -> Optional.empty();
            case Dispatched(var level, var due, var patience) -> switch (patience) {
                case FRESH -> Optional.of(policy.limit(ticket, level).compareTo(policy.warnBefore()) > 0
                        ? new Deadline(due.minus(policy.warnBefore()), new Warn())
                        : new Deadline(due, new Escalate()));
                case WARNED -> Optional.of(new Deadline(due, new Escalate()));
                case LAPSED -> Optional.empty();
            };
            case Waiting(_, var until, _) -> Optional.of(new Deadline(until, new Resume()));
            case Replied(_, var checkAt) -> Optional.of(new Deadline(checkAt, new FollowUp()));
            case Closed _ -> Optional.empty();
        };
    }

    private static TicketDecision unopened(TicketCommand command, TicketMoves moves) {
        return switch (command) {
            case Open() -> moves.dispatch(TicketLevel.OUTLET, News.OPENED, Event.OPENED);
            case Join _ -> refuse(Refusal.NOT_OPEN);
            case Give _ -> refuse(Refusal.NOT_OPEN);
            case Urge() -> refuse(Refusal.NOT_OPEN);
            case Note() -> refuse(Refusal.NOT_OPEN);
            case RaiseUrgent() -> refuse(Refusal.NOT_OPEN);
            case Redispatch _ -> refuse(Refusal.NOT_OPEN);
            case CauseGone() -> refuse(Refusal.NOT_OPEN);
            case Close _ -> refuse(Refusal.NOT_OPEN);
            case Warn() -> refuse(Refusal.NOT_DUE);
            case Escalate() -> refuse(Refusal.NOT_DUE);
            case Resume() -> refuse(Refusal.NOT_DUE);
            case FollowUp() -> refuse(Refusal.NOT_DUE);
        };
    }

    private static TicketDecision dispatched(Dispatched at, TicketCommand command, TicketMoves moves) {
        return switch (command) {
            case Open() -> refuse(Refusal.ALREADY_OPEN);
            case Join(var ladder) -> moves.joinWhileDispatched(at, ladder);
            case Give(var answer) -> moves.answer(at.level(), answer);
            case Urge() -> moves.stay(Event.URGED, News.URGED);
            case Note() -> moves.stay(Event.NOTED);
            case RaiseUrgent() -> moves.raise(at.level());
            case Redispatch(var ladder) -> moves.redispatch(at.level(), ladder);
            case CauseGone() -> moves.causeGone(CloseReason.CAUSE_GONE);
            case Close(var reason) -> moves.close(reason);
            case Warn() -> at.patience() == Patience.FRESH ? moves.warn(at) : refuse(Refusal.NOT_DUE);
            case Escalate() -> at.patience() == Patience.LAPSED ? refuse(Refusal.NOT_DUE) : moves.escalate(at);
            case Resume() -> refuse(Refusal.NOT_DUE);
            case FollowUp() -> refuse(Refusal.NOT_DUE);
        };
    }

    private static TicketDecision waiting(Waiting at, TicketCommand command, TicketMoves moves) {
        return switch (command) {
            case Open() -> refuse(Refusal.ALREADY_OPEN);
            case Join _ -> moves.attach();
            case Give(var answer) -> moves.answer(at.level(), answer);
            case Urge() -> moves.stay(Event.URGED, News.URGED);
            case Note() -> moves.stay(Event.NOTED);
            case RaiseUrgent() -> moves.raise(at.level());
            case Redispatch(var ladder) -> moves.move(at.level(), ladder);
            case CauseGone() -> moves.causeGone(CloseReason.CAUSE_GONE);
            case Close(var reason) -> moves.close(reason);
            case Warn() -> refuse(Refusal.NOT_DUE);
            case Escalate() -> refuse(Refusal.NOT_DUE);
            case Resume() -> moves.comeBack(at.until(), at.level(), News.RESUMED);
            case FollowUp() -> refuse(Refusal.NOT_DUE);
        };
    }

    private static TicketDecision replied(Replied at, TicketCommand command, TicketMoves moves) {
        return switch (command) {
            case Open() -> refuse(Refusal.ALREADY_OPEN);
            case Join(var ladder) -> moves.joinAfterReply(at.level(), ladder);
            case Give(var answer) -> moves.answer(at.level(), answer);
            case Urge() -> moves.stay(Event.URGED, News.URGED);
            case Note() -> moves.stay(Event.NOTED);
            case RaiseUrgent() -> moves.raise(at.level());
            case Redispatch(var ladder) -> moves.move(at.level(), ladder);
            case CauseGone() -> moves.causeGone(CloseReason.ANSWERED_AND_MOVED);
            case Close(var reason) -> moves.close(reason);
            case Warn() -> refuse(Refusal.NOT_DUE);
            case Escalate() -> refuse(Refusal.NOT_DUE);
            case Resume() -> refuse(Refusal.NOT_DUE);
            case FollowUp() -> moves.comeBackHigher(at.checkAt(), at.level());
        };
    }

    private static TicketDecision closed(TicketCommand command) {
        return switch (command) {
            case Open() -> refuse(Refusal.TICKET_CLOSED);
            case Join _ -> refuse(Refusal.TICKET_CLOSED);
            case Give _ -> refuse(Refusal.TICKET_CLOSED);
            case Urge() -> refuse(Refusal.TICKET_CLOSED);
            case Note() -> refuse(Refusal.TICKET_CLOSED);
            case RaiseUrgent() -> refuse(Refusal.TICKET_CLOSED);
            case Redispatch _ -> refuse(Refusal.TICKET_CLOSED);
            case CauseGone() -> refuse(Refusal.TICKET_CLOSED);
            case Close _ -> refuse(Refusal.TICKET_CLOSED);
            case Warn() -> refuse(Refusal.NOT_DUE);
            case Escalate() -> refuse(Refusal.NOT_DUE);
            case Resume() -> refuse(Refusal.NOT_DUE);
            case FollowUp() -> refuse(Refusal.NOT_DUE);
        };
    }

    private static TicketDecision refuse(Refusal reason) {
        return new Refused(reason);
    }
}
