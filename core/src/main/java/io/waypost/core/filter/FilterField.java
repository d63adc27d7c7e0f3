package io.waypost.core.filter;

import static io.waypost.core.filter.FilterOperator.AFTER;
import static io.waypost.core.filter.FilterOperator.AT_LEAST;
import static io.waypost.core.filter.FilterOperator.AT_MOST;
import static io.waypost.core.filter.FilterOperator.BEFORE;
import static io.waypost.core.filter.FilterOperator.EMPTY;
import static io.waypost.core.filter.FilterOperator.FILLED;
import static io.waypost.core.filter.FilterOperator.IS;
import static io.waypost.core.filter.FilterOperator.IS_NOT;
import static io.waypost.core.filter.FilterOperator.WITHIN;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A field that a list may be narrowed by (筛选字段).
 *
 * @param name as the API and addresses write it
 * @param operators how it may be compared
 * @param choices every value it takes, for a {@link Type#CHOICE}; else empty
 */
public record FilterField(String name, Type type, Set<FilterOperator> operators, List<String> choices) {

    public FilterField {
        operators = Set.copyOf(operators);
        choices = List.copyOf(choices);
    }

    /** What the values of a field are. */
    public enum Type {
        /** One of a few words. */
        CHOICE,
        /** Yes or no. */
        FLAG,
        /** A code, compared whole. */
        CODE,
        /** A whole number. */
        NUMBER,
        /** An instant, or so long from now. */
        TIME,
        /** A person's id, or {@code me}. */
        PERSON,
        /** A unit's code, or {@code mine}. */
        UNIT
    }

    public static FilterField choice(String name, List<String> choices) {
        return new FilterField(name, Type.CHOICE, EnumSet.of(IS, IS_NOT), choices);
    }

    public static FilterField flag(String name) {
        return new FilterField(name, Type.FLAG, EnumSet.of(IS), List.of());
    }

    public static FilterField code(String name) {
        return new FilterField(name, Type.CODE, EnumSet.of(IS, IS_NOT), List.of());
    }

    public static FilterField number(String name) {
        return new FilterField(name, Type.NUMBER, EnumSet.of(IS, AT_LEAST, AT_MOST), List.of());
    }

    public static FilterField time(String name) {
        return new FilterField(name, Type.TIME, EnumSet.of(BEFORE, AFTER), List.of());
    }

    public static FilterField person(String name) {
        return new FilterField(name, Type.PERSON, EnumSet.of(IS, IS_NOT), List.of());
    }

    public static FilterField unit(String name) {
        return new FilterField(name, Type.UNIT, EnumSet.of(IS, IS_NOT), List.of());
    }

    /** The same field, which may also be asked for everything at a unit and below it. */
    public FilterField tree() {
        return with(WITHIN);
    }

    /** The same field, which may also be asked whether it has a value at all. */
    public FilterField optional() {
        return with(EMPTY, FILLED);
    }

    private FilterField with(FilterOperator... more) {
        var all = EnumSet.copyOf(operators);
        all.addAll(List.of(more));
        return new FilterField(name, type, all, choices);
    }
}
