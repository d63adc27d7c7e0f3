package io.waypost.app.watch;

import io.waypost.core.watch.MassCause;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where many parcels fell silent together (群发事件).
 *
 * @param joined how many parcels it had when it was last looked at
 * @param standing how many of them were silent still
 * @param ticketId the one ticket they hang on; null in the moment before it is opened
 */
public record MassEvent(
        UUID id,
        String site,
        MassCause cause,
        Instant beganAt,
        @Nullable Instant endedAt,
        long joined,
        long standing,
        @Nullable UUID ticketId) {}
