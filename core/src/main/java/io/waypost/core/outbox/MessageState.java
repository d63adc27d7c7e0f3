package io.waypost.core.outbox;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a message stands on its way (外发状态).
 *
 * <pre>
 * PENDING ─▶ SENDING ─▶ SENT ─▶ DELIVERED | FAILED
 *    ▲          ├─▶ UNKNOWN ─▶ SENT | DELIVERED | FAILED      (settled by a report or by a person)
 *    │          └─▶ DELIVERED | FAILED | REJECTED | SUPPRESSED | EXPIRED
 *    └── put back, or sent again by a person
 * </pre>
 */
public enum MessageState {
    /** Waits for its time. */
    PENDING,
    /** In the hands of a node, for as long as its lease lasts. */
    SENDING,
    /** Taken by the provider. */
    SENT,
    /** Arrived, says the other side. */
    DELIVERED,
    /** Did not arrive: reported so, tried too often, or given up by a person. */
    FAILED,
    /** Sent or not sent: nobody knows. Never sent again by itself. */
    UNKNOWN,
    /** Not taken by the provider, for good. */
    REJECTED,
    /** Held back: the recipient wants none, or cannot be reached. */
    SUPPRESSED,
    /** Too old to be of use before it could leave. */
    EXPIRED;

    /** What a message in this state may become. */
    public Set<MessageState> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(SENDING, SUPPRESSED, EXPIRED);
            case SENDING -> EnumSet.of(PENDING, SENT, DELIVERED, FAILED, UNKNOWN, REJECTED, SUPPRESSED, EXPIRED);
            case SENT -> EnumSet.of(DELIVERED, FAILED);
            case UNKNOWN -> EnumSet.of(PENDING, SENT, DELIVERED, FAILED);
            // Again only by a person, who knows what they do.
            case FAILED, REJECTED -> EnumSet.of(PENDING);
            case DELIVERED, SUPPRESSED, EXPIRED -> EnumSet.noneOf(MessageState.class);
        };
    }

    /** The states that may become this one. */
    public Set<MessageState> before() {
        var before = EnumSet.noneOf(MessageState.class);
        Arrays.stream(values()).filter(state -> state.next().contains(this)).forEach(before::add);
        return before;
    }

    /** Whether a person may have it sent again. */
    public boolean maySendAgain() {
        return this == UNKNOWN || this == FAILED || this == REJECTED;
    }
}
