package io.waypost.core.liability;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a standard.
 *
 * @param field by its place, such as {@code rules[3].parts[0].perMille}
 * @param code a reason in capitals that a program can tell apart
 * @param message what would be right
 */
public record StandardFlaw(String field, @Nullable Object value, String code, String message) {}
