package io.waypost.core.outlet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a site stood at the end of an hour, as it was known then (时点读数): the past must be as ignorant of late uploads as the present.
 *
 * @param hour its beginning
 * @param backlog parcels that lay there (积压)
 * @param aged of these, for longer than a day (滞留)
 * @param scans in that hour
 * @param out given to couriers that day up to then
 * @param delivered handed over that day up to then
 * @param failed attempts that failed that day up to then
 * @param silent parcels that it answers for and that are silent; null where that was not known
 */
public record HourReading(
        Instant hour,
        long backlog,
        long aged,
        long scans,
        long out,
        long delivered,
        long failed,
        @Nullable Long silent) {

    /** Delivered of those given to couriers that day (妥投率), at most 1; null where none were. */
    public @Nullable Double deliveryRate() {
        return out == 0 ? null : Math.min(1, delivered / (double) out);
    }

    /** Failed attempts of those given to couriers that day, at most 1; null where none were. */
    public @Nullable Double failedShare() {
        return out == 0 ? null : Math.min(1, failed / (double) out);
    }

    /** Silent parcels beside those that lie there; null where either is not known. */
    public @Nullable Double silentShare() {
        var known = silent;
        return known == null || backlog + known == 0 ? null : known / (double) (backlog + known);
    }
}
