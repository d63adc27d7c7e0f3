package io.waypost.core.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * How many messages may leave in a time (令牌桶限速). Immutable: each step gives a new one.
 *
 * @param capacity the most that may leave at once after a rest
 * @param perSecond how many come back each second
 * @param tokens how many are left at {@code at}
 */
public record TokenBucket(double capacity, double perSecond, double tokens, Instant at) {

    public TokenBucket {
        if (!(capacity >= 1) || !(perSecond > 0)) {
            throw new IllegalArgumentException("A limit needs room for one (is %s) and a rate above 0 (is %s)."
                    .formatted(capacity, perSecond));
        }
    }

    /** A full one: a second's worth, at least one. */
    public static TokenBucket full(double perSecond, Instant at) {
        double capacity = Math.max(1, perSecond);
        return new TokenBucket(capacity, perSecond, capacity, at);
    }

    /** The same at a later time, with what has come back; an earlier one changes nothing. */
    public TokenBucket at(Instant now) {
        if (!now.isAfter(at)) {
            return this;
        }
        double seconds = Duration.between(at, now).toNanos() / 1e9;
        return new TokenBucket(capacity, perSecond, Math.min(capacity, tokens + seconds * perSecond), now);
    }

    /** How many whole ones may leave now, up to that many. */
    public int available(int wanted) {
        return (int) Math.max(0, Math.min(wanted, Math.floor(tokens + 1e-9)));
    }

    /** The same with that many fewer; may go below zero, which later steps pay back. */
    public TokenBucket less(int taken) {
        return new TokenBucket(capacity, perSecond, tokens - taken, at);
    }

    /** How long until one may leave; zero for now. */
    public Duration untilOne() {
        return tokens >= 1 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - tokens) / perSecond * 1e9));
    }
}
