package io.waypost.app.partner;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A further secret (凭证) of a partner's key, without the secret itself. */
record Credential(UUID id, UUID keyId, Kind kind, String name, Instant createdAt, String createdBy,
        @Nullable Instant lastUsedAt) {

    /** How it is used. */
    enum Kind {
        /** Client credentials of OAuth2: exchanged for a token. */
        OAUTH("wpc_"),
        /** Signs each request. */
        SIGNING("wps_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** The id as partners use it: {@code client_id} or {@code keyid}. */
        String text(UUID id) {
            return prefix + id;
        }

        /** The id of a text; empty where it is not one of this kind. */
        Optional<UUID> id(@Nullable String text) {
            if (text == null || !text.startsWith(prefix) || text.length() != prefix.length() + 36) {
                return Optional.empty();
            }
            try {
                return Optional.of(UUID.fromString(text.substring(prefix.length()).toLowerCase(Locale.ROOT)));
            } catch (IllegalArgumentException notAnId) {
                return Optional.empty();
            }
        }
    }
}
