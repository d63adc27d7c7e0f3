package io.waypost.core.ledger;

import java.util.List;

/**
 * A transaction to be booked (记账凭证): at least two postings whose sum is zero.
 *
 * @param reference names what is booked, for instance {@code claim/C2026/accepted}; the same is booked once only. Up to 120 characters
 * @param note why, in words that an auditor can read; up to 200 characters
 */
public record Booking(String reference, String note, List<Posting> postings) {

    /** @throws IllegalArgumentException where it does not balance, has fewer than two postings or names nothing */
    public Booking {
        postings = List.copyOf(postings);
        if (reference.isBlank() || reference.length() > 120 || note.length() > 200 || postings.size() < 2) {
            throw new IllegalArgumentException("'%s' is no booking".formatted(reference));
        }
        long sum = 0;
        for (var posting : postings) {
            sum = Math.addExact(sum, posting.fen());
        }
        if (sum != 0) {
            throw new IllegalArgumentException("'%s' does not balance: %d fen are left".formatted(reference, sum));
        }
    }

    /** From one account to another: the first is credited, the second debited. */
    public static Booking move(String reference, String note, Account from, Account to, long fen) {
        return new Booking(reference, note, List.of(new Posting(to, fen), new Posting(from, -fen)));
    }
}
