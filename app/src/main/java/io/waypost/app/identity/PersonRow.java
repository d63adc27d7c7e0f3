package io.waypost.app.identity;

import io.waypost.core.identity.ManagingRules.Standing;
import io.waypost.core.identity.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as they are kept.
 *
 * @param phone in clear: mask it before it leaves
 */
record PersonRow(
        UUID id,
        String username,
        String name,
        @Nullable String phone,
        Set<Role> roles,
        String unitCode,
        String unitPath,
        boolean active,
        boolean totpEnabled,
        @Nullable Instant lastSignInAt,
        int version) {

    Standing standing() {
        return new Standing(roles, unitPath, active);
    }

    PersonRef ref() {
        return new PersonRef(id, name);
    }

    @Override
    public String toString() {
        return "PersonRow[%s]".formatted(username);
    }
}
