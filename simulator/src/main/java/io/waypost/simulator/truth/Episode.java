package io.waypost.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which something was wrong with a parcel.
 *
 * @param from when it went wrong: the time at which the next scan was due, or at which the lorry left without it
 * @param to when it moved on; null while it lasts
 * @param site code of the place where the parcel lies; for a lost one where it was lost
 * @param lastScanAt its last valid scan before, in true time
 * @param by code of the place in whose hands it went wrong: what is lost behind a departure was left on the dock before it, or lost behind
 *     the next one; what lies broken somewhere may have come like that
 */
public record Episode(String waybill, Kind kind, Instant from, @Nullable Instant to, String site, Instant lastScanAt,
        String by) {

    /** Whether it lasts at this instant. */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && (to == null || at.isBefore(to));
    }

    /** How long the parcel went without a valid scan up to the end of the episode, or up to the horizon. */
    public Duration silence(Instant horizon) {
        return Duration.between(lastScanAt, to == null || to.isAfter(horizon) ? horizon : to);
    }
}
