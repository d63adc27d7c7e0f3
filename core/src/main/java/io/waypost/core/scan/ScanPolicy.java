package io.waypost.core.scan;

import java.time.Duration;
import java.time.Instant;

/**
 * The numbers in the rules for taking scans in.
 *
 * @param clockTolerance a clock this little ahead is not worth a flag
 * @param clockAheadLimit a scan further in the future is refused
 * @param lateAfter a scan that arrives later than this was uploaded late
 * @param historicAfter a scan that arrives later than this is history
 * @param earliest nothing was scanned before it
 */
public record ScanPolicy(
        Duration clockTolerance, Duration clockAheadLimit, Duration lateAfter, Duration historicAfter,
        Instant earliest) {

    /** What a new installation starts with. */
    public static ScanPolicy defaults() {
        return new ScanPolicy(
                Duration.ofMinutes(5),
                Duration.ofHours(24),
                Duration.ofMinutes(30),
                Duration.ofDays(15),
                Instant.parse("2000-01-01T00:00:00Z"));
    }
}
