package io.waypost.core.partner;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what a partner sent.
 *
 * @param field such as {@code contact.phone}
 * @param value what was sent; null where it is missing or nobody may read it in an answer
 */
public record DraftFlaw(String field, @Nullable String value, Code code, String message) {

    /** Why; the names are part of the API. */
    public enum Code {
        MISSING,
        FORMAT,
        TOO_LONG,
        UNKNOWN
    }
}
