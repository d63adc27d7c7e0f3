package io.waypost.app.identity;

import io.waypost.core.identity.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's account, as sign-in and permission need it.
 *
 * @param password hashed
 */
record Account(
        UUID id,
        String username,
        String name,
        String unitCode,
        String unitPath,
        Set<Role> roles,
        String password,
        boolean mustChangePassword,
        boolean active,
        String locale,
        @Nullable Enrolment totp) {

    /**
     * A second factor.
     *
     * @param secret in Base64
     * @param confirmed whether the person has shown once that their app has it; before that it is not asked for
     * @param lastStep the last time step whose code was used: it and earlier ones are used up
     */
    record Enrolment(String secret, boolean confirmed, long lastStep) {}

    boolean totpEnabled() {
        return totp != null && totp.confirmed();
    }

    @Override
    public String toString() {
        return "Account[%s]".formatted(username);
    }
}
