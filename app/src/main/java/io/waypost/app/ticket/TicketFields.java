package io.waypost.app.ticket;

import static io.waypost.core.filter.FilterField.choice;
import static io.waypost.core.filter.FilterField.code;
import static io.waypost.core.filter.FilterField.flag;
import static io.waypost.core.filter.FilterField.number;
import static io.waypost.core.filter.FilterField.person;
import static io.waypost.core.filter.FilterField.time;
import static io.waypost.core.filter.FilterField.unit;

import io.waypost.app.kernel.Refusal;
import io.waypost.core.filter.Filter;
import io.waypost.core.filter.FilterFields;
import io.waypost.core.filter.FilterProblem;
import io.waypost.core.filter.FilterRead;
import io.waypost.core.filter.FilterRead.Bad;
import io.waypost.core.filter.FilterRead.Good;
import io.waypost.core.filter.FilterReader;
import io.waypost.core.ticket.AnswerKind;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.TicketState;
import io.waypost.core.ticket.UrgentReason;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lists of tickets may be narrowed by (工单筛选字段); {@link TicketFilterSql} knows the column of each. */
final class TicketFields {

    static final FilterFields FIELDS = FilterFields.of(
            flag("open"),
            choice("state", names(TicketState.Name.values())),
            choice("phase", names(TicketState.Phase.values())),
            choice("level", names(TicketLevel.values())),
            code("kind"),
            flag("urgent"),
            choice("urgentReason", names(UrgentReason.values())).optional(),
            flag("overdue"),
            time("dueAt").optional(),
            time("openedAt"),
            time("closedAt").optional(),
            time("answeredAt").optional(),
            choice("answer", names(AnswerKind.values())).optional(),
            choice("closeReason", names(CloseReason.values())).optional(),
            flag("answeredInTime"),
            unit("unit").tree(),
            unit("place").tree(),
            person("responsible").optional(),
            person("deskPerson").optional(),
            unit("desk").tree(),
            choice("origin", names(KeptTicket.Origin.values())),
            choice("liability", names(KeptTicket.Liability.values())).optional(),
            code("cause").optional(),
            time("statutoryDueAt").optional(),
            time("updatedAt"),
            flag("passedAround"),
            number("urges"),
            number("repeat"),
            number("handOvers"),
            number("reopens"),
            code("waybill"),
            code("number"));

    private static final FilterReader READER = new FilterReader(FIELDS);

    private TicketFields() {}

    /** The filter of an address, or a refusal that says what is wrong with it. */
    static Filter read(@Nullable String text) {
        return granted(READER.read(text));
    }

    /** The filter of a JSON tree, or a refusal that says what is wrong with it. */
    static Filter readTree(@Nullable Object tree) {
        return granted(READER.readTree(tree));
    }

    private static Filter granted(FilterRead read) {
        return switch (read) {
            case Good(var filter) -> filter;
            case Bad(FilterProblem(var at, var value, var reason, var right)) ->
                throw Refusal.invalid(at.isEmpty() ? "filter" : "filter." + at, value, reason.name(), right);
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
