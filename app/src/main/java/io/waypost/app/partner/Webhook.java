package io.waypost.app.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint (回调地址) of a partner, without its secrets.
 *
 * @param events the codes of what it is told
 * @param disabledCode why it was disabled, where the platform did it
 * @param previousUntil until when the secret before the newest signs too; null where only one does
 */
record Webhook(UUID id, UUID keyId, String url, List<String> events, boolean enabled, @Nullable String disabledCode,
        @Nullable Instant previousUntil, Instant createdAt, String createdBy) {

    Webhook {
        events = List.copyOf(events);
    }
}
