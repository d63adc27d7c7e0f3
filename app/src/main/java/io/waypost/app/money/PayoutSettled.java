package io.waypost.app.money;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payout has ended; told in the transaction that records it.
 *
 * @param isPaid whether the money arrived
 * @param reason why not, in words for staff
 * @param at business time
 */
public record PayoutSettled(String reference, boolean isPaid, @Nullable String reason, Instant at) {}
