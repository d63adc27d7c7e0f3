package io.waypost.app.identity;

import org.springframework.security.access.AccessDeniedException;

/** Somebody still has the password that another person chose for them. */
final class PasswordChangeRequired extends AccessDeniedException {

    PasswordChangeRequired(String username) {
        super("%s must choose a password first.".formatted(username));
    }
}
