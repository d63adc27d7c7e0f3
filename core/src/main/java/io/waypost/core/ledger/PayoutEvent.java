package io.waypost.core.ledger;

/** What happens to a payout. */
public sealed interface PayoutEvent {

    /** Its time has come: to be sent, to be asked about, or to be given up by whoever was sending it. */
    record Due() implements PayoutEvent {}

    /** Less is owed to the claimant than it would pay, so that it must not be sent. */
    record NotOwed() implements PayoutEvent {}

    /**
     * A sending came to an end.
     *
     * @param send which one, from 1
     */
    record Answered(int send, PayoutAnswer answer) implements PayoutEvent {}

    /**
     * A question came to an end.
     *
     * @param send after which sending it was asked
     */
    record Asked(int send, PayoutAnswer answer) implements PayoutEvent {}

    /** The gateway told by itself, or its statement says. It may come twice, late and out of order. */
    record Noticed(boolean isPaid) implements PayoutEvent {}

    /** People found out and answer for it. */
    record Decided(boolean isPaid) implements PayoutEvent {}
}
