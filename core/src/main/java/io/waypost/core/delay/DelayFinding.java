package io.waypost.core.delay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A warning about a promise.
 *
 * @param raisedAt the logical time: when the risk crossed the threshold or the promise passed, whenever anybody looked
 * @param risk how likely the promise was missed then
 */
public record DelayFinding(UUID id, String waybill, Kind kind, Instant raisedAt, Instant promisedAt, double risk) {

    /** What is warned of. */
    public enum Kind {
        /** It will probably be late (延误风险). */
        RISK,
        /** It is late (已超时). */
        BREACH
    }

    /** Why a warning no longer stands. */
    public enum Cause {
        /** Delivered within the promise. */
        DELIVERED_IN_TIME,
        /** Delivered after the promise. */
        DELIVERED_LATE,
        /** Another time was promised. */
        PROMISE_MOVED,
        /** The risk fell again. */
        BACK_ON_COURSE,
        /** The promise passed: the risk has come true. */
        PROMISE_PASSED,
        /** It goes back to the sender, or under another number. */
        TURNED_BACK,
        /** Late for so long that it is no longer a matter of hours; whoever looks after stuck parcels has it. */
        EXPIRED
    }

    /** The same warning has the same id wherever and whenever it is found. */
    static UUID id(String waybill, Kind kind, int number) {
        return UUID
                .nameUUIDFromBytes("delay %s %s %d".formatted(kind, waybill, number).getBytes(StandardCharsets.UTF_8));
    }
}
