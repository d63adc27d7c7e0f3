package io.waypost.app.identity;

import io.waypost.core.identity.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be added.
 *
 * @param mustChangePassword whether they must choose another password at their first sign-in
 */
public record NewPerson(
        String username,
        String name,
        @Nullable String phone,
        Set<Role> roles,
        String unitCode,
        String password,
        boolean mustChangePassword) {

    @Override
    public String toString() {
        return "NewPerson[%s at %s]".formatted(username, unitCode);
    }
}
