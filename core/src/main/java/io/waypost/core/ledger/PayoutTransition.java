package io.waypost.core.ledger;

import static io.waypost.core.ledger.PayoutState.FAILED;
import static io.waypost.core.ledger.PayoutState.ORDERED;
import static io.waypost.core.ledger.PayoutState.PAID;
import static io.waypost.core.ledger.PayoutState.SENDING;
import static io.waypost.core.ledger.PayoutState.TAKEN;
import static io.waypost.core.ledger.PayoutState.UNKNOWN;

import io.waypost.core.ledger.PayoutEvent.Answered;
import io.waypost.core.ledger.PayoutEvent.Asked;
import io.waypost.core.ledger.PayoutEvent.Decided;
import io.waypost.core.ledger.PayoutEvent.Due;
import io.waypost.core.ledger.PayoutEvent.NotOwed;
import io.waypost.core.ledger.PayoutEvent.Noticed;
import java.util.List;
import java.util.Set;

/**
 * A way from one state of a payout to another (打款状态转换). All there are stand here; a step that takes another way is a defect and throws.
 * Staying where one is is no way.
 */
public record PayoutTransition(PayoutState from, Class<? extends PayoutEvent> event, PayoutState to) {

    private static final List<PayoutTransition> DECLARED = List.of(
            way(ORDERED, Due.class, SENDING),
            way(ORDERED, NotOwed.class, FAILED),
            // Somebody who was slow heard, or we had forgotten it: what was paid is paid.
            way(ORDERED, Answered.class, PAID),
            way(ORDERED, Asked.class, PAID),
            way(ORDERED, Noticed.class, PAID),

            way(SENDING, Due.class, UNKNOWN),
            way(SENDING, Answered.class, PAID),
            way(SENDING, Answered.class, TAKEN),
            way(SENDING, Answered.class, UNKNOWN),
            way(SENDING, Answered.class, ORDERED),
            way(SENDING, Answered.class, FAILED),
            way(SENDING, Asked.class, PAID),
            way(SENDING, Noticed.class, PAID),

            way(TAKEN, Answered.class, PAID),
            way(TAKEN, Answered.class, ORDERED),
            way(TAKEN, Answered.class, FAILED),
            way(TAKEN, Answered.class, UNKNOWN),
            way(TAKEN, Asked.class, PAID),
            way(TAKEN, Asked.class, ORDERED),
            way(TAKEN, Asked.class, FAILED),
            way(TAKEN, Asked.class, UNKNOWN),
            way(TAKEN, Noticed.class, PAID),
            way(TAKEN, Decided.class, PAID),
            way(TAKEN, Decided.class, FAILED),

            way(UNKNOWN, Answered.class, PAID),
            way(UNKNOWN, Answered.class, TAKEN),
            way(UNKNOWN, Answered.class, ORDERED),
            way(UNKNOWN, Answered.class, FAILED),
            way(UNKNOWN, Asked.class, PAID),
            way(UNKNOWN, Asked.class, TAKEN),
            way(UNKNOWN, Asked.class, ORDERED),
            way(UNKNOWN, Asked.class, FAILED),
            way(UNKNOWN, Asked.class, SENDING),
            way(UNKNOWN, Noticed.class, PAID),
            way(UNKNOWN, Decided.class, PAID),
            way(UNKNOWN, Decided.class, FAILED),

            way(PAID, Decided.class, FAILED),
            way(FAILED, Decided.class, PAID));

    private static final Set<PayoutTransition> KNOWN = Set.copyOf(DECLARED);

    /** Every way there is. */
    public static List<PayoutTransition> declared() {
        return DECLARED;
    }

    static void require(PayoutState from, PayoutEvent event, PayoutState to) {
        var taken = way(from, event.getClass(), to);
        if (from != to && !KNOWN.contains(taken)) {
            throw new IllegalStateException("The transition %s is not declared.".formatted(taken));
        }
    }

    private static PayoutTransition way(PayoutState from, Class<? extends PayoutEvent> event, PayoutState to) {
        return new PayoutTransition(from, event, to);
    }

    @Override
    public String toString() {
        return "%s --%s--> %s".formatted(from, event.getSimpleName(), to);
    }
}
