package io.waypost.app.identity;

import io.waypost.app.kernel.Permission;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Partners' programs and their keys, for routes that authenticate in a partner's own way. Requests with a bearer key need none
 * of this: they are checked, counted and bound before a handler sees them. Thread-safe.
 */
public interface Partners {

    /** The key of that id; empty where there is none or it was revoked. */
    Optional<PartnerKey> find(UUID keyId);

    /**
     * Counts one call against the key's rate.
     *
     * @throws io.waypost.app.kernel.Refusal 429 RATE_LIMITED with {@code retryAfterSeconds}, where the minute is used up
     */
    void count(PartnerKey key);

    /**
     * Issues a key; the current actor must have every permission that it grants and that is not for programs only, and reach its
     * unit.
     *
     * @throws io.waypost.app.kernel.Refusal where they do not, or a value is not acceptable
     */
    Issued issue(String name, Set<Permission> permissions, String unitCode, int ratePerMinute);

    /**
     * A fresh key.
     *
     * @param secret what the partner sends as bearer; known only now
     */
    record Issued(UUID id, String secret, String kuaidi100Salt) {

        @Override
        public String toString() {
            return "Issued[%s]".formatted(id);
        }
    }
}
