package io.waypost.core.ticket;

/** What a decision asks of the world. */
public sealed interface TicketEffect {

    /** A step for the history. */
    record Log(Event event) implements TicketEffect {}

    /** Another unit holds the ticket now: find its duty person. */
    record Assign(TicketLevel level, String unit) implements TicketEffect {}

    /** Somebody must be told. */
    record Tell(Whom whom, News news) implements TicketEffect {}

    /** The unit acted on the parcel: whatever happens from now on, the warning was not for nothing. */
    record Acted() implements TicketEffect {}

    /** The answer itself confirmed that something was wrong with the parcel. */
    record TroubleConfirmed() implements TicketEffect {}

    /** The steps of a history; their names are part of the API. */
    enum Event {
        OPENED,
        NOTIFIED,
        URGED,
        NOTED,
        ANSWERED,
        ESCALATED,
        URGENT,
        REDISPATCHED,
        RESUMED,
        CAUSE_GONE,
        CLOSED
    }

    /** Who is told. */
    enum Whom {
        /** The person responsible. */
        HOLDER,
        /** The duty person one level up. */
        ABOVE
    }

    /** What they are told. */
    enum News {
        OPENED,
        URGED,
        URGENT,
        REDISPATCHED,
        ESCALATED,
        RESUMED,
        NOT_MOVED,
        TROUBLE,
        DUE_SOON,
        OVERDUE
    }
}
