package io.waypost.core.tariff;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a tariff.
 *
 * @param field by its place, such as {@code products[0].rates[2].firstFen}
 * @param code a reason in capitals that a program can tell apart
 * @param message what would be right
 */
public record TariffFlaw(String field, @Nullable Object value, String code, String message) {}
