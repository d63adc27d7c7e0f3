package io.waypost.app.claim;

import io.waypost.app.claim.ClaimSteps.Did;
import io.waypost.app.claim.KeptClaim.Money;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.money.Ledger;
import io.waypost.app.money.PayoutOrder;
import io.waypost.app.money.Payouts;
import io.waypost.core.ledger.Account;
import io.waypost.core.ledger.AccountKind;
import io.waypost.core.ledger.Booking;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Owes the claimant what was agreed, in the ledger, and orders the payout: in the transaction of the step that agreed. */
@Component
class ClaimPayments {

    private static final String PREFIX = "claim/";

    private final Ledger ledger;
    private final Payouts payouts;
    private final ClaimantStore claimants;
    private final ClaimSteps steps;

    ClaimPayments(Ledger ledger, Payouts payouts, ClaimantStore claimants, ClaimSteps steps) {
        this.ledger = ledger;
        this.payouts = payouts;
        this.claimants = claimants;
        this.steps = steps;
    }

    /** The claim with one more payout ordered. What is owed is booked once, however often the account was wrong. */
    KeptClaim pay(KeptClaim claim) {
        var payee = claimants.payee(claim.id()).orElseThrow(() -> Refusal.conflict("PAYEE_MISSING",
                "Nobody is named to whom the money of %s goes.".formatted(claim.number())));
        long fen = claim.settlement().proposedFen();
        var number = claim.number();
        ledger.book(Booking.move(PREFIX + number + "/accepted", "Claim %s agreed".formatted(number),
                Account.of(AccountKind.CLAIM_PAYABLE, number), Account.of(AccountKind.CLAIM_EXPENSE), fen));
        int payout = claim.money().payouts() + 1;
        payouts.order(new PayoutOrder(reference(number, payout), fen, number, payee, "快递理赔 " + number,
                claim.place().unitPath()));
        var next = claim.with(new Money(payee.way(), payout, claim.money().isQuick()));
        steps.log(next, Did.PAYOUT_ORDERED, null, Map.of("fen", fen, "payout", payout));
        return next;
    }

    static String reference(String number, int payout) {
        return PREFIX + number + "/" + payout;
    }

    /** Whether the reference of a payout is a claim's. */
    static boolean isClaims(String reference) {
        return reference.startsWith(PREFIX);
    }

    static String number(String reference) {
        return reference.substring(PREFIX.length(), reference.lastIndexOf('/'));
    }
}
