package io.waypost.core.deadline;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that is due on an internal clock (时钟触发): a warning, the escalation, or a step after it.
 *
 * @param kind what it is
 * @param ordinal which of its kind, from 1
 * @param threshold the working time used at which it is due
 * @param at its logical instant, whenever somebody looks
 */
public record Firing(Kind kind, int ordinal, Duration threshold, Instant at) {

    /** What says that it was fired. */
    public Key key() {
        return new Key(kind, threshold);
    }

    /** What kind of thing is due; the names are part of the API. */
    public enum Kind {
        /** Time runs out (预警). */
        WARNING,
        /** The limit is used up (升级). */
        ESCALATION,
        /** Still nothing after the limit (逾期再升级). */
        REPEAT
    }

    /**
     * Its identity on one clock. By working time, not by instant: a pause or another calendar moves a firing but does not make
     * it another one; another limit does.
     */
    public record Key(Kind kind, Duration threshold) {}
}
