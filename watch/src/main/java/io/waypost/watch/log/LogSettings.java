package io.waypost.watch.log;

import java.time.Duration;

/**
 * How a log writes.
 *
 * @param segmentBytes size at which a new segment file begins
 * @param batchBytes   how much is gathered for one force; at most two batches are unforced at any time, and a frame must fit into one
 * @param gatherAtMost how long the first frame of a batch waits for company while the disk is idle
 * @param probeEvery   how often a full disk is tried again, at most
 */
public record LogSettings(long segmentBytes, int batchBytes, Duration gatherAtMost, Duration probeEvery) {

    /** Checks the figures. */
    public LogSettings {
        require(batchBytes >= 256 && batchBytes <= 1 << 28, "batchBytes (%d) must be 256 to 268435456.", batchBytes);
        require(segmentBytes >= 256, "segmentBytes (%d) must be at least 256.", segmentBytes);
        require(!gatherAtMost.isNegative() && gatherAtMost.compareTo(Duration.ofSeconds(1)) <= 0,
                "gatherAtMost (%s) must be 0 to 1 s.", gatherAtMost);
        require(!probeEvery.isNegative(), "probeEvery (%s) must not be negative.", probeEvery);
    }

    /**
     * Segments of 64 MB, batches of 8 MB, 1 ms of gathering, one probe a second. While snapshots and timelines are written too, a force
     * takes some 50 ms whatever it is of; the batch bounds what is taken meanwhile.
     */
    public static LogSettings defaults() {
        return new LogSettings(64L << 20, 8 << 20, Duration.ofMillis(1), Duration.ofSeconds(1));
    }

    private static void require(boolean holds, String message, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(value));
        }
    }
}
