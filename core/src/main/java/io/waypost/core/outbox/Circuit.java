package io.waypost.core.outbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a provider or a partner's address is worth trying (熔断器). After some failures in a row it is left alone for a while; then one
 * try decides. Each further failure doubles the while, up to a limit. Immutable.
 *
 * @param failures how many in a row
 * @param openUntil until when it is left alone; null while it is in use
 */
public record Circuit(int failures, @Nullable Instant openUntil) {

    /** Nothing has failed. */
    public static final Circuit CLOSED = new Circuit(0, null);

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /**
     * When it opens.
     *
     * @param after how many failures in a row
     * @param first how long it is left alone at first
     */
    public record Rule(int after, Duration first) {}

    /** Whether it may be tried at that time. */
    public boolean allows(Instant now) {
        return openUntil == null || !now.isBefore(openUntil);
    }

    /** Whether, where it may be tried, one try is to decide: it has failed before and nothing has succeeded since. */
    public boolean onTrial() {
        return openUntil != null;
    }

    /** After a try that succeeded. */
    public Circuit succeeded() {
        return CLOSED;
    }

    /** After a try that failed. */
    public Circuit failed(Rule rule, Instant now) {
        int count = failures + 1;
        if (count < rule.after()) {
            return new Circuit(count, null);
        }
        int doublings = Math.min(20, count - rule.after());
        var wait = rule.first().multipliedBy(1L << doublings);
        return new Circuit(count, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
    }
}
