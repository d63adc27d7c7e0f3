package io.waypost.core.ledger;

import java.util.List;

/** What a payout is after something happened, and what is to be done, in this order. */
public record PayoutStep(Payout next, List<PayoutEffect> effects) {

    public PayoutStep {
        effects = List.copyOf(effects);
    }

    static PayoutStep of(Payout next, PayoutEffect... effects) {
        return new PayoutStep(next, List.of(effects));
    }
}
