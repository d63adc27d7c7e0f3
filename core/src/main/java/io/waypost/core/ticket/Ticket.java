package io.waypost.core.ticket;

import io.waypost.core.ticket.TicketState.Closed;
import io.waypost.core.ticket.TicketState.Dispatched;
import io.waypost.core.ticket.TicketState.Replied;
import io.waypost.core.ticket.TicketState.Unopened;
import io.waypost.core.ticket.TicketState.Waiting;
import java.util.Optional;

/**
 * A ticket (工单) as far as its rules are concerned.
 *
 * @param silent whether a silent-parcel finding stands behind it; its limits are then at least as short as a silent parcel's
 */
public record Ticket(TicketKind kind, boolean silent, boolean urgent, Ladder ladder, TicketState state) {

    /** A ticket that is about to be opened. */
    public static Ticket about(TicketKind kind, boolean urgent, Ladder ladder) {
        return new Ticket(kind, kind == TicketKind.SILENT_PARCEL, urgent, ladder, new Unopened());
    }

    /** The level that holds it; empty before it was opened and after it was closed. */
    public Optional<TicketLevel> level() {
        return switch (state) {
            case Dispatched(var level, _, _) -> Optional.of(level);
            case Waiting(var level, _, _) -> Optional.of(level);
            case Replied(var level, _) -> Optional.of(level);
            case Unopened() -> Optional.empty();
            case Closed _ -> Optional.empty();
        };
    }

    Ticket to(TicketState next) {
        return new Ticket(kind, silent, urgent, ladder, next);
    }

    Ticket on(Ladder other) {
        return new Ticket(kind, silent, urgent, other, state);
    }

    Ticket withUrgency() {
        return new Ticket(kind, silent, true, ladder, state);
    }

    Ticket withFinding() {
        return new Ticket(kind, true, urgent, ladder, state);
    }
}
