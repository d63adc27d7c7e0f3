package io.waypost.core.ledger;

/** What is to be done because a payout went on. The bookings belong to the same transaction; calls are made after it. */
public enum PayoutEffect {
    /** Hand it to the gateway under its one key. */
    SEND,
    /** Ask the gateway about its key. */
    ASK,
    /** From what the claimant is owed to what is on its way. */
    BOOK_SENT,
    /** Back again. */
    BOOK_BACK,
    /** From what is on its way to the bank account. */
    BOOK_PAID,
    /** From what the claimant is owed, or from the expense where nothing is owed any more, to the bank account. */
    BOOK_LATE,
    /** From the bank account back to what the claimant is owed. */
    BOOK_RETURNED,
    TELL_PAID,
    TELL_FAILED,
    /** People must look at it: it was paid although it counts as failed. */
    DIFFER_PAID_AFTER_FAILURE,
    /** People must look at it: it was not paid although it counts as paid. */
    DIFFER_FAILED_AFTER_PAYMENT
}
