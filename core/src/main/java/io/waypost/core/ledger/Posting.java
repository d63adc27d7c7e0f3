package io.waypost.core.ledger;

/**
 * One line of a booking (分录).
 *
 * @param fen what is added to the account: above zero a debit (借), below zero a credit (贷); never zero
 */
public record Posting(Account account, long fen) {

    public Posting {
        if (fen == 0 || fen == Long.MIN_VALUE) {
            throw new IllegalArgumentException("A posting of %d fen to %s".formatted(fen, account));
        }
    }
}
