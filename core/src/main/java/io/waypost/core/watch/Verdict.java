package io.waypost.core.watch;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a warning was right (预警是否准确): the measure behind the promise of 95 %. */
public enum Verdict {
    /** The parcel stood still until somebody acted, or somebody confirmed trouble. */
    RIGHT,
    /** It would have moved, or had moved, without anybody. */
    WRONG;

    /**
     * Judges a warning; empty while it is open and nobody has answered.
     *
     * @param cause why the finding was cleared, null while it is open
     * @param clearedAt when
     * @param actedAt when somebody first acted on it
     * @param troubleConfirmed whether an answer said that something is wrong with the parcel
     */
    public static Optional<Verdict> of(
            @Nullable ClearCause cause, @Nullable Instant clearedAt, @Nullable Instant actedAt,
            boolean troubleConfirmed) {
        if (cause == ClearCause.LATE_UPLOAD) {
            return Optional.of(WRONG);
        }
        if (troubleConfirmed) {
            return Optional.of(RIGHT);
        }
        if (cause == null || clearedAt == null) {
            return Optional.empty();
        }
        return switch (cause) {
            case RESUMED -> Optional.of(acted(clearedAt, actedAt));
            case FINISHED -> Optional.of(acted(clearedAt, actedAt));
            case LATE_UPLOAD -> Optional.of(WRONG);
            case PAUSED -> Optional.of(WRONG);
            case MANUAL -> Optional.of(WRONG);
        };
    }

    private static Verdict acted(Instant clearedAt, @Nullable Instant actedAt) {
        return actedAt != null && actedAt.isBefore(clearedAt) ? RIGHT : WRONG;
    }
}
