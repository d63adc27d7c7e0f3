package io.waypost.core.filter;

import io.waypost.core.filter.Filter.All;
import io.waypost.core.filter.Filter.Any;
import io.waypost.core.filter.Filter.Condition;
import io.waypost.core.filter.Filter.Not;
import io.waypost.core.filter.FilterProblem.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads filters that come from outside: a tree of maps and lists as JSON gives it, such as
 * {@code {"all": [{"field": "state", "op": "is", "values": ["WAITING"]}, {"not": …}]}}, or the short text of an address.
 *
 * <p>Whatever it lets through names fields of its table only, and is no larger than the limits say. Thread-safe.
 */
public final class FilterReader {

    /** How deep parts may lie in parts. */
    public static final int DEPTH = 8;
    /** How many conditions a filter may have. */
    public static final int CONDITIONS = 40;
    /** How many values a condition may have. */
    public static final int VALUES = 100;

    private static final Set<String> CONDITION = Set.of("field", "op", "values");

    private final FilterFields fields;

    public FilterReader(FilterFields fields) {
        this.fields = fields;
    }

    /** Reads the short text of an address; nothing narrows by nothing. */
    public FilterRead read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new FilterRead.Good(Filter.EVERYTHING);
        }
        try {
            return new FilterRead.Good(new Reading().part(FilterText.tree(text), "", 0));
        } catch (Wrong wrong) {
            return new FilterRead.Bad(wrong.problem);
        }
    }

    /** Reads a tree of maps, lists, texts, numbers and flags; null narrows by nothing. */
    public FilterRead readTree(@Nullable Object tree) {
        if (tree == null) {
            return new FilterRead.Good(Filter.EVERYTHING);
        }
        try {
            return new FilterRead.Good(new Reading().part(tree, "", 0));
        } catch (Wrong wrong) {
            return new FilterRead.Bad(wrong.problem);
        }
    }

    /** The tree by which {@link #readTree} reads the same filter again. */
    public static Map<String, Object> tree(Filter filter) {
        return switch (filter) {
            case All(var parts) -> Map.of("all", parts.stream().map(FilterReader::tree).toList());
            case Any(var parts) -> Map.of("any", parts.stream().map(FilterReader::tree).toList());
            case Not(var part) -> Map.of("not", tree(part));
            case Condition(var field, var operator, var values) -> Map.of("field", field.name(), "op", operator.code(),
                    "values", values.stream().map(value -> FilterWords.write(field, value)).toList());
        };
    }

    static Wrong wrong(String at, @Nullable Object value, Reason reason, String right) {
        return new Wrong(new FilterProblem(at, shown(value), reason, right));
    }

    private static @Nullable String shown(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> _ -> "{…}";
            case List<?> _ -> "[…]";
            default -> {
                var text = value.toString();
                yield text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 59)) + "…";
            }
        };
    }

    /** Stops the reading; never leaves this package. */
    static final class Wrong extends RuntimeException {

        private final transient FilterProblem problem;

        private Wrong(FilterProblem problem) {
            super(problem.right(), null, false, false);
            this.problem = problem;
        }
    }

    /** One reading, with what it has counted. */
    private final class Reading {

        private int conditions;

        private Filter part(@Nullable Object part, String at, int depth) {
            if (depth > DEPTH) {
                throw wrong(at, null, Reason.TOO_DEEP, "Parts may lie %d deep in each other.".formatted(DEPTH));
            }
            if (!(part instanceof Map<?, ?> map)) {
                throw wrong(at, part, Reason.NOT_A_FILTER,
                        "Write {all: […]}, {any: […]}, {not: …} or {field, op, values}.");
            }
            var names = names(map);
            if (names.equals(Set.of("all"))) {
                return new All(parts(map.get("all"), at + "all", depth));
            }
            if (names.equals(Set.of("any"))) {
                return new Any(parts(map.get("any"), at + "any", depth));
            }
            if (names.equals(Set.of("not"))) {
                return new Not(part(map.get("not"), at + "not.", depth + 1));
            }
            return condition(map, names, at);
        }

        private List<Filter> parts(@Nullable Object value, String at, int depth) {
            if (!(value instanceof List<?> list)) {
                throw wrong(at, value, Reason.NOT_A_FILTER, "Write a list of parts.");
            }
            if (list.size() > CONDITIONS) {
                throw tooMany(at, list.size());
            }
            var parts = new ArrayList<Filter>();
            for (int i = 0; i < list.size(); i++) {
                parts.add(part(list.get(i), "%s[%d].".formatted(at, i), depth + 1));
            }
            return parts;
        }

        private Condition condition(Map<?, ?> map, Set<String> names, String at) {
            if (!CONDITION.containsAll(names) || !names.contains("field") || !names.contains("op")) {
                throw wrong(at, String.join(", ", names), Reason.NOT_A_FILTER,
                        "Write {all: […]}, {any: […]}, {not: …} or {field, op, values}.");
            }
            if (++conditions > CONDITIONS) {
                throw tooMany(at, conditions);
            }
            var field = map.get("field") instanceof String name ? fields.field(name).orElse(null) : null;
            if (field == null) {
                throw wrong(at + "field", map.get("field"), Reason.UNKNOWN_FIELD, "One of: " + fields.names() + ".");
            }
            var operator = map.get("op") instanceof String code ? FilterOperator.of(code).orElse(null) : null;
            if (operator == null || !field.operators().contains(operator)) {
                throw wrong(at + "op", map.get("op"), Reason.UNKNOWN_OPERATOR, "%s takes: %s.".formatted(field.name(),
                        field.operators().stream().map(FilterOperator::code).sorted()
                                .collect(Collectors.joining(", "))));
            }
            return new Condition(field, operator, values(field, operator, map.get("values"), at));
        }

        private List<FilterValue> values(FilterField field, FilterOperator operator, @Nullable Object given,
                String at) {
            var list = given == null ? List.<Object>of() : given instanceof List<?> several ? several : List.of(given);
            int least = operator.bare() ? 0 : 1;
            int most = operator.bare() ? 0 : operator.several() ? VALUES : 1;
            if (list.size() < least || list.size() > most) {
                throw wrong(at + "values", list.size(), Reason.WRONG_COUNT, least == most
                        ? "%s takes %d values.".formatted(operator.code(), most)
                        : "%s takes 1 to %d values.".formatted(operator.code(), most));
            }
            var values = new ArrayList<FilterValue>();
            for (int i = 0; i < list.size(); i++) {
                values.add(FilterWords.read(field, list.get(i), "%svalues[%d]".formatted(at, i)));
            }
            return values;
        }

        private static Set<String> names(Map<?, ?> map) {
            var names = new TreeSet<String>();
            map.keySet().forEach(key -> names.add(String.valueOf(key)));
            return names;
        }

        private static Wrong tooMany(String at, int count) {
            return wrong(at, count, Reason.TOO_MANY, "A filter may have %d conditions.".formatted(CONDITIONS));
        }
    }
}
