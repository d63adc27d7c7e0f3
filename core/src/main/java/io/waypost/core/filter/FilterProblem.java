package io.waypost.core.filter;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a filter, and what would be right.
 *
 * @param at where: the path of the part, such as {@code all[1].values[0]}; empty for the whole
 * @param value what stands there, shortened
 */
public record FilterProblem(String at, @Nullable String value, Reason reason, String right) {

    /** Why. */
    public enum Reason {
        NOT_A_FILTER,
        UNREADABLE,
        UNKNOWN_FIELD,
        UNKNOWN_OPERATOR,
        WRONG_VALUE,
        WRONG_COUNT,
        TOO_DEEP,
        TOO_MANY,
        TOO_LONG
    }
}
