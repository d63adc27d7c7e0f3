package io.waypost.core.filter;

import static io.waypost.core.filter.FilterReader.wrong;

import io.waypost.core.filter.Filter.All;
import io.waypost.core.filter.Filter.Any;
import io.waypost.core.filter.Filter.Condition;
import io.waypost.core.filter.Filter.Not;
import io.waypost.core.filter.FilterProblem.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The short text of a filter for addresses: {@code state:is:WAITING,REPLIED;dueAt:before:+30m;(kind:is:DELAY|urgent:is:true);!level:is:OUTLET}.
 *
 * <p>{@code ;} is all, {@code |} is any, {@code !} is not, brackets group; a backslash takes the next character as it is.
 */
public final class FilterText {

    /** How long such a text may be. */
    public static final int LONGEST = 4_000;

    private static final String SPECIAL = ";|!():,\\";
    /** In values a colon is one like any other: instants have them. */
    private static final String SPECIAL_IN_VALUES = ";|!(),\\";

    private final String text;
    private int at;

    private FilterText(String text) {
        this.text = text;
    }

    /** The text by which {@link FilterReader#read} reads the same filter again; empty for one that narrows by nothing. */
    public static String of(Filter filter) {
        return switch (filter) {
            case All(var parts) -> parts.stream().map(FilterText::inner).collect(Collectors.joining(";"));
            case Any(_),Not(_),Condition(_, _, _) -> inner(filter);
        };
    }

    /** The text as the tree that the reader checks. */
    static Map<String, Object> tree(String text) {
        if (text.length() > LONGEST) {
            throw wrong("", text, Reason.TOO_LONG, "The text of a filter may have %d characters.".formatted(LONGEST));
        }
        var reading = new FilterText(text);
        var tree = reading.all(0);
        if (reading.at < text.length()) {
            throw reading.unreadable("a bracket without its partner");
        }
        return tree;
    }

    private Map<String, Object> all(int depth) {
        var parts = new ArrayList<Map<String, Object>>();
        parts.add(any(depth));
        while (next(';')) {
            parts.add(any(depth));
        }
        return parts.size() == 1 ? parts.getFirst() : Map.of("all", parts);
    }

    private Map<String, Object> any(int depth) {
        var parts = new ArrayList<Map<String, Object>>();
        parts.add(one(depth));
        while (next('|')) {
            parts.add(one(depth));
        }
        return parts.size() == 1 ? parts.getFirst() : Map.of("any", parts);
    }

    private Map<String, Object> one(int depth) {
        if (depth > FilterReader.DEPTH) {
            throw wrong("", null, Reason.TOO_DEEP,
                    "Parts may lie %d deep in each other.".formatted(FilterReader.DEPTH));
        }
        if (next('!')) {
            return Map.of("not", one(depth + 1));
        }
        if (next('(')) {
            if (next(')')) {
                return Map.of("all", List.of());
            }
            var inner = all(depth + 1);
            if (!next(')')) {
                throw unreadable("a closing bracket is missing");
            }
            return inner;
        }
        return condition();
    }

    private Map<String, Object> condition() {
        var field = word(SPECIAL);
        if (!next(':')) {
            throw unreadable("field:operator:values is expected");
        }
        var operator = word(SPECIAL);
        var values = new ArrayList<String>();
        if (next(':')) {
            values.add(word(SPECIAL_IN_VALUES));
            while (next(',')) {
                values.add(word(SPECIAL_IN_VALUES));
            }
        }
        return Map.of("field", field, "op", operator, "values", values);
    }

    /** What stands up to the next special character. */
    private String word(String special) {
        var word = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                c = text.charAt(at);
            } else if (special.indexOf(c) >= 0) {
                break;
            }
            word.append(c);
            at++;
        }
        return word.toString();
    }

    private boolean next(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private FilterReader.Wrong unreadable(String why) {
        return wrong("", text.substring(at), Reason.UNREADABLE, "Character %d: %s.".formatted(at + 1, why));
    }

    private static String inner(Filter filter) {
        return switch (filter) {
            case All(var parts) -> "(" + parts.stream().map(FilterText::inner).collect(Collectors.joining(";")) + ")";
            case Any(var parts) when parts.isEmpty() -> "!()";
            case Any(var parts) -> "(" + parts.stream().map(FilterText::inner).collect(Collectors.joining("|")) + ")";
            case Not(var part) -> "!" + inner(part);
            case Condition(var field, var operator, var values) -> values.isEmpty()
                    ? field.name() + ":" + operator.code()
                    : "%s:%s:%s".formatted(field.name(), operator.code(),
                            values.stream().map(value -> escaped(FilterWords.write(field, value)))
                                    .collect(Collectors.joining(",")));
        };
    }

    private static String escaped(String value) {
        var escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (SPECIAL_IN_VALUES.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }
}
