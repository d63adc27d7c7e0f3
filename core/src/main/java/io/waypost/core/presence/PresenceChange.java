package io.waypost.core.presence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an agent's history (状态流水): from one change to the next, so that pieces follow each other without a gap.
 *
 * @param until when it ended, not included
 * @param endedBy the lead who ended it; null where they themselves or the platform did
 */
public record PresenceChange(PresenceState state, @Nullable NotReadyReason reason, Instant from, Instant until,
        @Nullable UUID endedBy) {}
