package io.waypost.core.liability;

import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.AccountKind;
import io.waypost.core.ledger.Booking;
import io.waypost.core.ledger.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is booked for a charge (追责分录): headquarters paid the claimant and spent it; units take it over, provisionally first, then for good.
 */
public final class ChargeBookings {

    private ChargeBookings() {}

    /**
     * The names of the bookings of one charge.
     *
     * @param claim the claim's number
     * @param round how often it was charged so far, this time included; from 1
     */
    public static String provisional(String claim, int round) {
        return "liability/%s/provisional%s".formatted(claim, round == 1 ? "" : "-" + round);
    }

    /** What the reversal of that round is called. */
    public static String reversal(String claim, int round) {
        return "liability/%s/reversal%s".formatted(claim, round == 1 ? "" : "-" + round);
    }

    /** What the last booking of the charge is called. */
    public static String last(String claim) {
        return "liability/%s/final".formatted(claim);
    }

    /** Each unit's part is held from it; headquarters have spent that much less. Empty where nothing is left to book. */
    public static Optional<Booking> provisional(String claim, int round, List<Share> shares, long fen) {
        return charge(provisional(claim, round), "暂扣：理赔 %s".formatted(claim), AccountKind.UNIT_PROVISIONAL, shares,
                fen);
    }

    /** What is held becomes owed. */
    public static Optional<Booking> last(String claim, List<Share> shares, long fen) {
        var postings = new ArrayList<Posting>();
        Shares.split(shares, fen).forEach((unit, part) -> {
            postings.add(new Posting(Account.of(AccountKind.UNIT_RECEIVABLE, unit), part));
            postings.add(new Posting(Account.of(AccountKind.UNIT_PROVISIONAL, unit), -part));
        });
        return postings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Booking(last(claim), "终扣：理赔 %s".formatted(claim), postings));
    }

    /** What units owe at once that were not charged before: an arbitrator named them. */
    public static Optional<Booking> awarded(String claim, List<Share> shares, long fen) {
        return charge(last(claim), "仲裁终扣：理赔 %s".formatted(claim), AccountKind.UNIT_RECEIVABLE, shares, fen);
    }

    private static Optional<Booking> charge(String reference, String note, AccountKind kind, List<Share> shares,
            long fen) {
        var postings = new ArrayList<Posting>();
        var parts = Shares.split(shares, fen);
        parts.forEach((unit, part) -> postings.add(new Posting(Account.of(kind, unit), part)));
        if (postings.isEmpty()) {
            return Optional.empty();
        }
        postings.add(new Posting(Account.of(AccountKind.CLAIM_EXPENSE), -fen));
        return Optional.of(new Booking(reference, note, postings));
    }
}
