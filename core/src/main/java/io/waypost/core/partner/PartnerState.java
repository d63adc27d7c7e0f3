package io.waypost.core.partner;

/**
 * How far a ticket is, in the few words that partners program against (对合作方的工单状态). They stay the same when the steps inside the
 * platform become more or fewer; the names are part of the API.
 */
public enum PartnerState {
    /** It is with whoever must act. */
    RECEIVED,
    /** Somebody works on it. */
    IN_PROGRESS,
    /** Nothing more happens before the customer, the evidence or another place comes back. */
    WAITING,
    /** There is a result, which is being checked. */
    ANSWERED,
    /** It is over. */
    CLOSED,
    /** It was not taken, or taken back. */
    REJECTED;

    /** Whether nothing more will happen unless it is opened again. */
    public boolean over() {
        return this == CLOSED || this == REJECTED;
    }
}
