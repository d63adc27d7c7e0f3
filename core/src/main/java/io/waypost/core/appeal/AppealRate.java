package io.waypost.core.appeal;

import java.util.OptionalDouble;

/**
 * A figure about appeals with what it is made of (申诉率等指标): never a quotient alone.
 *
 * @param numerator what is counted
 * @param denominator what it is held against
 */
public record AppealRate(long numerator, long denominator) {

    public AppealRate {
        if (numerator < 0 || denominator < 0) {
            throw new IllegalArgumentException(
                    "The figure %d of %d must not be negative.".formatted(numerator, denominator));
        }
    }

    /** Per million (申诉率 = 申诉件数 ÷ 快件量 × 10⁶); empty where there is nothing to hold it against. */
    public OptionalDouble perMillion() {
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of(numerator * 1e6 / denominator);
    }

    /** As a share from 0 to 1; empty where there is nothing to hold it against. */
    public OptionalDouble share() {
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) numerator / denominator);
    }
}
