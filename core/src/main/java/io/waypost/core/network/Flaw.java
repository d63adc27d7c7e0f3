package io.waypost.core.network;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a list.
 *
 * @param row the number of the row as its reader counts it
 * @param code a reason in capitals that a program can tell apart
 * @param message what would be right
 */
public record Flaw(int row, String field, @Nullable String value, String code, String message) {}
