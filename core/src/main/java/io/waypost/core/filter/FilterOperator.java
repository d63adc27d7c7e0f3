package io.waypost.core.filter;

import java.util.Arrays;
import java.util.Optional;

/** How a condition compares a field with its values (比较方式). */
public enum FilterOperator {
    /** Equal to one of the values. */
    IS("is"),
    /** Equal to none of the values, or without any. */
    IS_NOT("not"),
    /** Earlier than the value. */
    BEFORE("before"),
    /** At the value or later. */
    AFTER("after"),
    /** The value or more. */
    AT_LEAST("min"),
    /** The value or less. */
    AT_MOST("max"),
    /** At the unit or below it. */
    WITHIN("within"),
    /** Without a value. */
    EMPTY("empty"),
    /** With any value. */
    FILLED("filled");

    private final String code;

    FilterOperator(String code) {
        this.code = code;
    }

    /** The name in the API and in addresses. */
    public String code() {
        return code;
    }

    /** Whether a condition with it has no values. */
    public boolean bare() {
        return this == EMPTY || this == FILLED;
    }

    /** Whether it takes several values. */
    public boolean several() {
        return this == IS || this == IS_NOT || this == WITHIN;
    }

    static Optional<FilterOperator> of(String code) {
        return Arrays.stream(values()).filter(operator -> operator.code.equals(code)).findFirst();
    }
}
