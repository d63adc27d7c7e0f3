package io.waypost.core.ticket;

import java.util.List;

/** The answer to a command: the ticket as it is now and what to do, or a refusal. Never an exception. */
public sealed interface TicketDecision {

    /** Granted. */
    record Accepted(Ticket next, List<TicketEffect> effects) implements TicketDecision {

        public Accepted {
            effects = List.copyOf(effects);
        }
    }

    /** Not granted. */
    record Refused(Refusal reason) implements TicketDecision {}

    /** Why not; the names are part of the API. */
    enum Refusal {
        /** It was never opened. */
        NOT_OPEN,
        /** It was opened before. */
        ALREADY_OPEN,
        /** It asks for nothing more. */
        TICKET_CLOSED,
        /** It is in the green channel already. */
        ALREADY_URGENT,
        /** The time to wait for is not after now, or further away than the policy lets anybody wait. */
        UNTIL_OUT_OF_RANGE,
        /** The parcel was sent on to the place that says so itself. */
        SAME_UNIT,
        /** Only the platform finds out that a cause is gone. */
        REASON_RESERVED,
        /** Nothing of the kind is due now. */
        NOT_DUE
    }
}
