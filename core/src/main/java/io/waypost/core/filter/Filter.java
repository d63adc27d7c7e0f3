package io.waypost.core.filter;

import java.util.List;

/**
 * What a list is narrowed by (筛选条件): conditions joined by all, any and not.
 *
 * <p>Made by {@link FilterReader} alone when it comes from outside: then every condition names a field of the table, an operator
 * that the field takes, and values of its type. Immutable.
 */
public sealed interface Filter {

    /** Narrows by nothing. */
    Filter EVERYTHING = new All(List.of());

    /** True where every part is; without parts always. */
    record All(List<Filter> parts) implements Filter {

        public All {
            parts = List.copyOf(parts);
        }
    }

    /** True where one part is; without parts never. */
    record Any(List<Filter> parts) implements Filter {

        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** True where the part is not. */
    record Not(Filter part) implements Filter {}

    /** One condition on one field. */
    record Condition(FilterField field, FilterOperator operator, List<FilterValue> values) implements Filter {

        public Condition {
            values = List.copyOf(values);
        }
    }

    /** Both filters at once. */
    static Filter both(Filter one, Filter other) {
        if (one.equals(EVERYTHING)) {
            return other;
        }
        return other.equals(EVERYTHING) ? one : new All(List.of(one, other));
    }
}
