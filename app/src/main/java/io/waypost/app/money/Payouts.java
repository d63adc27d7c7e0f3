package io.waypost.app.money;

import java.util.Optional;
import java.util.UUID;

/** Pays people out (打款), each order once, whatever fails. Safe for threads. */
public interface Payouts {

    /**
     * Orders a payout in the caller's transaction; it is sent after the commit.
     *
     * @return its id; the earlier one's where the same reference was ordered before with the same amount and payee
     * @throws IllegalStateException where the reference was ordered with another amount or payee that may have been paid
     */
    UUID order(PayoutOrder order);

    /** How far the payout with this reference is. */
    Optional<PayoutProgress> progress(String reference);
}
