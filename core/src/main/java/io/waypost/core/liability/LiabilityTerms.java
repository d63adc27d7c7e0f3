package io.waypost.core.liability;

import java.time.Duration;

/**
 * How long each side has (举证、反驳与申诉期限); the hours run day and night.
 *
 * @param evidence from the judgement, for the charged unit; later is not accepted (72 h [B])
 * @param rebuttal from the evidence, for the other side; silence accepts it (48 h [B])
 * @param appeal from when the judgement stands, once (72 h [B])
 */
public record LiabilityTerms(Duration evidence, Duration rebuttal, Duration appeal) {

    /** What a network of this country works by. */
    public static LiabilityTerms usual() {
        return new LiabilityTerms(Duration.ofDays(3), Duration.ofDays(2), Duration.ofDays(3));
    }
}
