package io.waypost.core.ticket;

/** Why a ticket was closed. */
public enum CloseReason {
    /** The parcel moved or was finished before anybody's answer stood. */
    CAUSE_GONE,
    /** The parcel was found and forwarded, and its next scan came. */
    ANSWERED_AND_MOVED,
    /** Settled with the customer: lost or damaged, and dealt with. */
    SETTLED,
    /** The ticket should not have been opened. */
    MISTAKE;

    /** Whether a person may give this reason; the others are found out by the platform. */
    public boolean forPeople() {
        return this != CAUSE_GONE;
    }
}
