package io.waypost.core.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of limits (时限表).
 *
 * @param hours how long a parcel may be silent
 * @param restDays on which days of the week nothing goes on, so that they do not count
 * @param percentile which percentile of the network's own gaps it was learnt from
 * @param samples how many gaps it was learnt from
 * @param usual between which hours most of those gaps ended, where it was learnt; days of rest do not count
 * @param source where the number comes from
 * @param author who put it there
 */
public record LimitRow(
        LimitKey key,
        double hours,
        RestDays restDays,
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

    /** A row for which every day counts. */
    public LimitRow(LimitKey key, double hours, Basis basis, @Nullable Double percentile, @Nullable Long samples,
            @Nullable Usual usual, String source, String author, Instant effectiveFrom) {
        this(key, hours, RestDays.NONE, basis, percentile, samples, usual, source, author, effectiveFrom);
    }

    /** The same for another key that rests on other days. */
    LimitRow resting(LimitKey other, double atLeast, RestDays days) {
        return new LimitRow(other, atLeast, days, basis, percentile, samples, usual, source, author, effectiveFrom);
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
