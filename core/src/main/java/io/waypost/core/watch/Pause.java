package io.waypost.core.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a parcel may be silent for a reason (合理停留). It does not count towards the limit.
 *
 * @param id names it, so that it can be ended; scans and closures name theirs by what they are
 */
public record Pause(String id, Reason reason, Instant from, Instant until, By by) {

    public Pause {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("The pause's end (%s) is before its start (%s).".formatted(until, from));
        }
    }

    /** The same pause, ended at the given instant if it would last longer. */
    public Pause endingBy(Instant end) {
        if (!end.isBefore(until)) {
            return this;
        }
        return new Pause(id, reason, from, end.isBefore(from) ? from : end, by);
    }

    /** Whether it covers the instant. */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** Why the parcel rests. */
    public enum Reason {
        STATION,
        CUSTOMS,
        REDELIVERY_AGREED,
        CUSTOMER_HOLD,
        SELF_PICKUP,
        INTERCEPT,
        PROBLEM_WAITING,
        CLOSURE,
        HOLIDAY,
        AUTHORITY,
        CLAIM
    }

    /** Who said so. */
    public enum By {
        SCAN,
        PERSON,
        CLOSURE
    }

    /** How long a scan of some type lets a parcel rest. */
    public record Rule(Reason reason, double hours) {}

    /** The pause that a scan brings with it, if any. */
    static @Nullable Pause after(LastScan scan, PauseRules rules) {
        var rule = rules.byType().get(scan.type());
        return rule == null
                ? null
                : new Pause("SCAN:" + scan.type(), rule.reason(), scan.at(), scan.at().plus(Limit.hours(rule.hours())),
                        By.SCAN);
    }
}
