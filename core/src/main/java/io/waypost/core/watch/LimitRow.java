package io.waypost.core.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of limits (时限表).
 *
 * @param hours how long a parcel may be silent
 * @param percentile which percentile of the network's own gaps it was learnt from
 * @param samples how many gaps it was learnt from
 * @param usual between which hours most of those gaps ended, where it was learnt
 * @param source where the number comes from
 * @param author who put it there
 */
public record LimitRow(
        LimitKey key,
        double hours,
        Basis basis,
        @Nullable Double percentile,
        @Nullable Long samples,
        @Nullable Usual usual,
        String source,
        String author,
        Instant effectiveFrom) {

    public LimitRow {
        if (!(hours > 0)) {
            throw new IllegalArgumentException("The hours (%s) must be positive.".formatted(hours));
        }
    }

    /** What a row rests on; a person's decision goes before what was learnt, and that before the defaults. */
    public enum Basis {
        SET,
        LEARNT,
        DEFAULT
    }

    /** From the 10th to the 90th percentile. */
    public record Usual(double lowHours, double highHours) {}
}
