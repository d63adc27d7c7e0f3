package io.waypost.core.claim;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a claim standard or in the facts of a claim.
 *
 * @param field by its place, such as {@code refunds[2].perMille} or {@code worth.insuredFen}
 * @param code a reason in capitals that a program can tell apart
 * @param message what would be right
 */
public record ClaimFlaw(String field, @Nullable Object value, String code, String message) {}
