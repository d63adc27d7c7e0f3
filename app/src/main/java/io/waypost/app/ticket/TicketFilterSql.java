package io.waypost.app.ticket;

import io.waypost.app.ticket.TicketListStore.Conditions;
import io.waypost.core.filter.Filter;
import io.waypost.core.filter.Filter.All;
import io.waypost.core.filter.Filter.Any;
import io.waypost.core.filter.Filter.Condition;
import io.waypost.core.filter.Filter.Not;
import io.waypost.core.filter.FilterField;
import io.waypost.core.filter.FilterValue;
import io.waypost.core.filter.FilterValue.Count;
import io.waypost.core.filter.FilterValue.Flag;
import io.waypost.core.filter.FilterValue.FromNow;
import io.waypost.core.filter.FilterValue.Moment;
import io.waypost.core.filter.FilterValue.Own;
import io.waypost.core.filter.FilterValue.Someone;
import io.waypost.core.filter.FilterValue.Word;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a filter of tickets as conditions of a list: pieces of text that stand here, and parameters. Nothing that a reader wrote ever
 * becomes part of a text. For one list; not thread-safe.
 */
final class TicketFilterSql {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Conditions conditions;
    private final Instant now;
    private final @Nullable UUID me;
    private final String mine;
    private final UnaryOperator<String> paths;
    private int parameters;

    /**
     * @param me who {@code me} is
     * @param mine the code of the unit that {@code mine} is
     * @param paths the path of a unit's code within the reader's reach; refuses others
     */
    TicketFilterSql(Conditions conditions, Instant now, @Nullable UUID me, String mine, UnaryOperator<String> paths) {
        this.conditions = conditions;
        this.now = now;
        this.me = me;
        this.mine = mine;
        this.paths = paths;
    }

    /** Adds the filter; parts that all must hold become conditions of their own, which an index may serve. */
    void add(Filter filter) {
        if (filter instanceof All(var parts)) {
            parts.forEach(this::add);
        } else {
            conditions.add(text(filter));
        }
    }

    private String text(Filter filter) {
        return switch (filter) {
            case All(var parts) -> joined(parts, " and ", "true");
            case Any(var parts) -> joined(parts, " or ", "false");
            // What compares with nothing is unknown to SQL; here it is simply not so.
            case Not(var part) -> "not coalesce(%s, false)".formatted(text(part));
            case Condition condition -> condition(condition);
        };
    }

    private String joined(List<Filter> parts, String by, String none) {
        return parts.isEmpty() ? none : parts.stream().map(this::text).collect(Collectors.joining(by, "(", ")"));
    }

    private String condition(Condition condition) {
        return switch (condition.field().name()) {
            case "open" -> flag("t.closed_at is null", condition);
            case "urgent" -> flag("t.urgent", condition);
            case "overdue" -> flag("(t.owed and t.next_at < " + parameter(TicketStore.utc(now)) + ")",
                    condition);
            case "answeredInTime" -> flag("coalesce(t.answered_in_time, false)", condition);
            case "passedAround" -> flag("t.passed_around", condition);
            case "desk" -> unit("t.desk_code", "t.desk_path", condition);
            case "unit" -> unit("t.unit_code", "t.unit_path", condition);
            case "place" -> unit("t.place_code", "t.place_path", condition);
            case "dueAt" -> compared("(case when t.owed then t.next_at end)", condition);
            default -> compared(column(condition.field().name()), condition);
        };
    }

    private static String column(String field) {
        return switch (field) {
            case "state" -> "t.state";
            case "phase" -> "t.phase";
            case "origin" -> "t.origin";
            case "statutoryDueAt" -> "t.statutory_due";
            case "updatedAt" -> "t.updated_at";
            case "repeat" -> "t.repeat_number";
            case "handOvers" -> "t.hand_overs";
            case "reopens" -> "t.reopens";
            case "liability" -> "t.liability";
            case "cause" -> "t.cause_code";
            case "deskPerson" -> "t.desk_person_id";
            case "level" -> "t.level";
            case "kind" -> "t.kind";
            case "urgentReason" -> "t.urgent_reason";
            case "openedAt" -> "t.opened_at";
            case "closedAt" -> "t.closed_at";
            case "answeredAt" -> "t.answer_at";
            case "answer" -> "t.answer_kind";
            case "closeReason" -> "t.close_reason";
            case "responsible" -> "t.person_id";
            case "urges" -> "t.urges";
            case "waybill" -> "t.waybill";
            case "number" -> "t.number";
            default -> throw new IllegalArgumentException("The field (%s) has no column.".formatted(field));
        };
    }

    private String compared(String column, Condition condition) {
        return switch (condition.operator()) {
            case IS -> column + " = " + anyOf(condition);
            case IS_NOT -> "(%1$s is null or not %1$s = %2$s)".formatted(column, anyOf(condition));
            case BEFORE -> column + " < " + one(condition);
            case AFTER, AT_LEAST -> column + " >= " + one(condition);
            case AT_MOST -> column + " <= " + one(condition);
            case EMPTY -> column + " is null";
            case FILLED -> column + " is not null";
            case WITHIN -> throw new IllegalArgumentException(
                    "The field (%s) is no unit.".formatted(condition.field().name()));
        };
    }

    private String unit(String code, String path, Condition condition) {
        return switch (condition.operator()) {
            case WITHIN -> condition.values().stream().map(value -> below(path, (String) value(condition, value)))
                    .collect(Collectors.joining(" or ", "(", ")"));
            default -> compared(code, condition);
        };
    }

    private String below(String path, String code) {
        var low = paths.apply(code);
        return low.equals("/")
                ? "true"
                : "(%1$s >= %2$s and %1$s < %3$s)".formatted(path, parameter(low), parameter(low + "~"));
    }

    private static String flag(String text, Condition condition) {
        return condition.values().getFirst() instanceof Flag(var yes) && yes ? text : "not " + text;
    }

    private String one(Condition condition) {
        return parameter(value(condition, condition.values().getFirst()));
    }

    private String anyOf(Condition condition) {
        if (condition.values().size() == 1) {
            return one(condition);
        }
        var values = condition.values().stream().map(value -> value(condition, value)).toList();
        var array = switch (values.getFirst()) {
            case UUID _ -> values.toArray(new UUID[0]);
            case Long _ -> values.toArray(new Long[0]);
            default -> values.stream().map(Objects::toString).toArray(String[]::new);
        };
        return "any (" + parameter(array) + ")";
    }

    private Object value(Condition condition, FilterValue value) {
        return switch (value) {
            case Word(var text) -> text;
            case Count(var number) -> number;
            case Flag(var yes) -> yes;
            case Moment(var at) -> at(at);
            case FromNow(var distance) -> at(now.plus(distance));
            case Someone(var id) -> id;
            case Own() -> condition.field().type() == FilterField.Type.UNIT ? mine : me == null ? NOBODY : me;
        };
    }

    private static Object at(Instant at) {
        return Objects.requireNonNull(TicketStore.utc(at));
    }

    private String parameter(@Nullable Object value) {
        var name = "filter" + parameters++;
        conditions.with(name, value);
        return ":" + name;
    }
}
