package io.waypost.core.ticket;

import java.time.Instant;

/** Where a ticket is in its life. Each state carries only what is true in that state, and at most one deadline. */
public sealed interface TicketState {

    /** Before the first command. */
    record Unopened() implements TicketState {}

    /** A unit must answer by {@code due}. */
    record Dispatched(TicketLevel level, Instant due, Patience patience) implements TicketState {}

    /** Nothing is asked of anybody until then. */
    record Waiting(TicketLevel level, Instant until, WaitReason reason) implements TicketState {}

    /** Found and forwarded; a scan must come by {@code checkAt}. */
    record Replied(TicketLevel level, Instant checkAt) implements TicketState {}

    /** Asks for nothing more. */
    record Closed(CloseReason reason, Instant at) implements TicketState {}

    /** How far the time of a dispatched ticket has run. */
    enum Patience {
        /** Nobody was warned yet. */
        FRESH,
        /** The holder was told that time runs out. */
        WARNED,
        /** The time passed and nobody is above: overdue until it is answered. */
        LAPSED
    }

    /** What a waiting ticket waits for. */
    enum WaitReason {
        CUSTOMER,
        ROAD
    }
}
