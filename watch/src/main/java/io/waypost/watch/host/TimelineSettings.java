package io.waypost.watch.host;

import io.waypost.watch.timeline.TimelinePlan;
import java.time.Duration;

/**
 * How timelines are kept.
 *
 * @param kept how long after its arrival a scan can be read; a segment goes when all of it is older
 * @param sealEvents how many scans stay in memory before they go to disk; the log is kept for as long
 * @param plan how segments grow together
 */
public record TimelineSettings(Duration kept, int sealEvents, TimelinePlan plan) {

    /** Checks the figures. */
    public TimelineSettings {
        if (kept.isNegative() || sealEvents < 1) {
            throw new IllegalArgumentException(
                    "kept (%s) must not be negative, and sealEvents (%d) at least 1.".formatted(kept, sealEvents));
        }
    }

    /** 90 days, two million scans in memory. */
    public static TimelineSettings defaults() {
        return new TimelineSettings(Duration.ofDays(90), 2_000_000, TimelinePlan.defaults());
    }
}
