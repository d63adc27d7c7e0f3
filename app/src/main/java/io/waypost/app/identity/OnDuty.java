package io.waypost.app.identity;

import org.jspecify.annotations.Nullable;

/**
 * The named duty person (值班人).
 *
 * @param unitCode the unit that names them: the one asked for, or the nearest above it that names anybody
 * @param phone in clear, to send a message to; null where none is known. Never to be shown, logged or kept
 */
public record OnDuty(PersonRef person, String unitCode, @Nullable String phone) {

    @Override
    public String toString() {
        return "OnDuty[%s at %s]".formatted(person.name(), unitCode);
    }
}
