package io.waypost.core.ledger;

/** Where a payout is (打款状态). The names are part of the database and of the API. */
public enum PayoutState {
    /** To be sent: for the first time, or again after a refusal that may be tried again. The money is still owed to the claimant. */
    ORDERED,
    /** Being handed to the gateway. Whoever does it may die on the way. */
    SENDING,
    /** The gateway has it and has not said yet how it ended (已受理). */
    TAKEN,
    /** The gateway may or may not have it; it is asked until that is known (状态未知). */
    UNKNOWN,
    /** The money arrived (已付). */
    PAID,
    /** Not paid, and will not be (失败). */
    FAILED;

    /** Whether nothing more is done about it. */
    public boolean isOver() {
        return this == PAID || this == FAILED;
    }

    /** Whether its money stands in the account of what is on its way. */
    public boolean isInTransit() {
        return this == SENDING || this == TAKEN || this == UNKNOWN;
    }
}
