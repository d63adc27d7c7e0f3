package io.waypost.app.money;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a payout is.
 *
 * @param reason why it failed, or why nobody knows; null otherwise
 * @param since when it came into this state
 */
public record PayoutProgress(UUID id, PayoutStage stage, @Nullable String reason, Instant since) {

    /** The stages that others may rely on. */
    public enum PayoutStage {
        /** Ordered, or under way. */
        UNDER_WAY,
        /** The gateway may or may not have paid; it is being asked. */
        UNKNOWN,
        /** For good. */
        PAID,
        /** Not paid and will not be; may be ordered anew under another reference. */
        FAILED
    }
}
