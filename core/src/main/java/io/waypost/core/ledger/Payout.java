package io.waypost.core.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a payout is (打款). It has one idempotency key for its whole life.
 *
 * @param sends how often it was handed to the gateway
 * @param refusals how often the gateway refused it
 * @param asks how often the gateway was asked since the last sending
 * @param firstSentAt null until it was sent
 * @param sentAt when it was sent last
 * @param dueAt when something is to be done next; null where it is over
 * @param reason why it failed, waits or is unknown; null where there is nothing to say
 * @param since when it came into this state
 */
public record Payout(PayoutState state, int sends, int refusals, int asks, @Nullable Instant firstSentAt,
        @Nullable Instant sentAt, @Nullable Instant dueAt, @Nullable String reason, Instant since) {

    /** One that was just ordered, to be sent at once. */
    public static Payout ordered(Instant now) {
        return new Payout(PayoutState.ORDERED, 0, 0, 0, null, null, now, null, now);
    }

    /** In another state from now on. */
    Payout to(PayoutState next, @Nullable Instant due, @Nullable String why, Instant now) {
        return new Payout(next, sends, refusals, asks, firstSentAt, sentAt, due, why,
                next == state ? since : now);
    }

    Payout sentOnce(Instant now) {
        return new Payout(state, sends + 1, refusals, 0, firstSentAt == null ? now : firstSentAt, now, dueAt, reason,
                since);
    }

    Payout refusedOnce() {
        return new Payout(state, sends, refusals + 1, asks, firstSentAt, sentAt, dueAt, reason, since);
    }

    Payout askedOnce() {
        return new Payout(state, sends, refusals, asks + 1, firstSentAt, sentAt, dueAt, reason, since);
    }
}
