package io.waypost.core.deadline;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * One version of one period of law (法定期限条目).
 *
 * @param value calendar days, months or years
 * @param effectiveFrom first day on which it counts
 * @param effectiveTo last day on which it counts; null while it is in force
 * @param source law and article, so that a person can look it up
 */
public record StatutoryRow(
        StatutoryKey key,
        Jurisdiction jurisdiction,
        Period value,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String source) {

    public StatutoryRow {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("The period of %s (%s) must be positive.".formatted(key.code(), value));
        }
        if (effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
            throw new IllegalArgumentException("The last day of %s (%s) is before its first (%s).".formatted(key.code(),
                    effectiveTo, effectiveFrom));
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("The source of %s is missing.".formatted(key.code()));
        }
    }

    /** Whether it counts on that day. */
    public boolean effectiveOn(LocalDate date) {
        return !date.isBefore(effectiveFrom) && (effectiveTo == null || !date.isAfter(effectiveTo));
    }

    /** Whether both say something about the same matter on the same day. */
    boolean contradicts(StatutoryRow other) {
        return key == other.key
                && jurisdiction.equals(other.jurisdiction)
                && (effectiveOn(other.effectiveFrom) || other.effectiveOn(effectiveFrom));
    }
}
