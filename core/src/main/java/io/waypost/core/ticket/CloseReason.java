package io.waypost.core.ticket;

/** Why a ticket was closed (结案原因); the names are part of the API. */
public enum CloseReason {
    /** The parcel moved or was finished before anybody's answer stood. */
    CAUSE_GONE,
    /** The parcel was found and forwarded, and its next scan came. */
    ANSWERED_AND_MOVED,
    /** Settled with the customer. */
    SETTLED,
    /** The customer said that the result is right. */
    CONFIRMED,
    /** The customer could not be reached, and was told in writing. */
    UNREACHABLE,
    /** The customer no longer wants it. */
    WITHDRAWN,
    /** The regulator closed the appeal. */
    APPEAL_ENDED,
    /** The ticket should not have been opened. */
    MISTAKE;

    /** Whether a person may give this reason; the others are found out by the platform. */
    public boolean forPeople() {
        return switch (this) {
            case ANSWERED_AND_MOVED, SETTLED, UNREACHABLE, WITHDRAWN, MISTAKE -> true;
            case CAUSE_GONE, CONFIRMED, APPEAL_ENDED -> false;
        };
    }
}
