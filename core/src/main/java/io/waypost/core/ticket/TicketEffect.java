package io.waypost.core.ticket;

import io.waypost.core.sop.Party;
import io.waypost.core.sop.Stage;

/** What a decision asks of the world. */
public sealed interface TicketEffect {

    /** A step for the history. */
    record Log(Event event) implements TicketEffect {}

    /** Another unit holds the ticket now: find who takes care of it there. */
    record Assign(Party party, String unit) implements TicketEffect {}

    /** Somebody of ours must be told. */
    record Tell(Whom whom, News news) implements TicketEffect {}

    /** The customer is told, in plain words. */
    record TellCustomer(CustomerNews news) implements TicketEffect {}

    /** A stage is over; its clock is kept, so that what happened can be explained and new limits be tried on it. */
    record StageEnded(StageClock clock) implements TicketEffect {}

    /** A stage begins. */
    record StageBegan(Stage stage, Party party) implements TicketEffect {}

    /** The unit acted on the parcel: whatever happens from now on, the warning was not for nothing. */
    record Acted() implements TicketEffect {}

    /** The answer itself confirmed that something was wrong with the parcel. */
    record TroubleConfirmed() implements TicketEffect {}

    /** The steps of a history; their names are part of the API. */
    enum Event {
        OPENED,
        NOTIFIED,
        TRIAGED,
        DISPATCHED,
        HANDED_OVER,
        PASSED_AROUND,
        ACCEPTED,
        STARTED,
        WAITING,
        RESUMED,
        ANSWERED,
        RETURNED,
        CLOSE_APPLIED,
        CLOSE_WITHDRAWN,
        CHECKED,
        CHECK_FAILED,
        CALLED_BACK,
        CALL_FAILED,
        CONFIRMED,
        REOPENED,
        CLOSED,
        WITHDRAWN,
        REJECTED,
        INVALID,
        MERGED,
        UNMERGED,
        URGED,
        NOTED,
        MESSAGE,
        APPOINTED,
        ASSIGNED,
        URGENT,
        URGENT_WITHDRAWN,
        ESCALATED,
        OVERDUE,
        STATUTORY_SOON,
        STATUTORY_OVERDUE,
        REDISPATCHED,
        RECOUNTED,
        CAUSE_GONE,
        APPEALED,
        APPEAL_ENDED,
        SKIPPED
    }

    /** Who is told. */
    enum Whom {
        /** The person responsible. */
        HOLDER,
        /** The duty person one level up. */
        ABOVE,
        /** The desk that answers for it to the customer. */
        DESK
    }

    /** What they are told. */
    enum News {
        OPENED,
        URGED,
        URGENT,
        REDISPATCHED,
        HANDED_OVER,
        PASSED_AROUND,
        ESCALATED,
        RESUMED,
        RETURNED,
        REOPENED,
        NOT_MOVED,
        TROUBLE,
        DUE_SOON,
        OVERDUE,
        STATUTORY_SOON,
        STATUTORY_OVERDUE,
        REPLIED,
        CLOSE_APPLIED,
        TO_CALL_BACK,
        MESSAGE,
        APPOINTED,
        APPEALED,
        PARCEL_MOVED
    }

    /** What the customer is told. */
    enum CustomerNews {
        /** We have it. */
        RECEIVED,
        /** What is done now, by the SOP's own words. */
        STAGE,
        /** We need something from you. */
        WAITING_FOR_YOU,
        /** There is a result: is it right? */
        RESULT,
        /** It is looked at again. */
        REOPENED,
        /** It is over. */
        CLOSED,
        /** It does not stand. */
        REJECTED
    }
}
