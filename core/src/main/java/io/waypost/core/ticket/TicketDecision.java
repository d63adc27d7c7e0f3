package io.waypost.core.ticket;

import io.waypost.core.sop.Requirement;
import java.util.List;
import java.util.Set;

/** The answer to a command: the ticket as it is now and what to do, or a refusal. Never an exception. */
public sealed interface TicketDecision {

    /** Granted. */
    record Granted(Ticket next, List<TicketEffect> effects) implements TicketDecision {

        public Granted {
            effects = List.copyOf(effects);
        }
    }

    /**
     * Not granted.
     *
     * @param missing what the SOP asks for and is not there
     */
    record Refused(Refusal reason, Set<Requirement> missing) implements TicketDecision {

        public Refused {
            missing = Set.copyOf(missing);
        }

        public Refused(Refusal reason) {
            this(reason, Set.of());
        }
    }

    /** Why not; the names are part of the API. */
    enum Refusal {
        /** It was never opened. */
        NOT_OPEN,
        /** It was opened before. */
        ALREADY_OPEN,
        /** It asks for nothing more. */
        TICKET_CLOSED,
        /** That is not done with a ticket that stands where this one does. */
        NOT_IN_THIS_STATE,
        /** It is somebody else's to do. */
        NOT_YOURS,
        /** The SOP asks for something first. */
        REQUIREMENT_MISSING,
        /** The SOP has a stage that was not gone through, and the caller may not skip it. */
        STAGE_NOT_DONE,
        /** It is in the green channel already. */
        ALREADY_URGENT,
        /** It is not in the green channel. */
        NOT_URGENT,
        /** The time to wait for is not after now, or further away than the SOP lets anybody wait. */
        UNTIL_OUT_OF_RANGE,
        /** It was sent on to the place that says so itself, or handed to whoever has it. */
        SAME_UNIT,
        /** Only the platform finds that out. */
        REASON_RESERVED,
        /** Nobody is above. */
        NOBODY_ABOVE,
        /** The time in which the result could be disputed is over. */
        REOPEN_WINDOW_OVER,
        /** It cannot go on in itself. */
        MERGED_INTO_ITSELF,
        /** Nothing of the kind is due now. */
        NOT_DUE
    }
}
