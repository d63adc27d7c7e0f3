package io.waypost.core.delay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can still be saved (可挽回程度), for ordering a list of warnings: first those where acting helps, the ones where it must be soonest
 * before the others.
 *
 * @param actBy the last instant from which the quickest tenth would still be in time; null where that cannot be said or has gone by
 * @param orderedBy the instant that orders warnings of one chance, the earliest first
 */
public record Salvage(Chance chance, @Nullable Instant actBy, Instant orderedBy) {

    /** How much can be saved; in the order of the list. */
    public enum Chance {
        /** A quick course from here is still in time. */
        SAVEABLE,
        /** The promise has not passed, and yet not even the quickest tenth would be in time. */
        HARDLY,
        /** The promise has passed. */
        LATE
    }

    /**
     * Judges a warning at one instant.
     *
     * @param quickest by when the quickest tenth of such parcels is delivered; null where the forecast does not reach so far
     */
    public static Salvage of(Instant promised, @Nullable Instant quickest, Instant now) {
        if (!now.isBefore(promised)) {
            return new Salvage(Chance.LATE, null, promised);
        }
        if (quickest == null || quickest.isAfter(promised)) {
            return new Salvage(Chance.HARDLY, null, promised);
        }
        var actBy = now.plus(Duration.between(quickest, promised));
        return new Salvage(Chance.SAVEABLE, actBy, actBy);
    }
}
