package io.waypost.app.ticket;

import io.waypost.app.export.Cell;
import io.waypost.app.export.ExportSource;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.TicketLists.Query;
import io.waypost.app.ticket.TicketLists.Sort;
import io.waypost.app.ticket.TicketLists.Whose;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.TicketState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The list of tickets as an export: the same question as its route takes, every column in words. */
@Component
class TicketExport implements ExportSource {

    private static final Set<String> NAMES = Set.of("view", "state", "phase", "level", "urgent", "overdue", "kind", "q",
            "unit",
            "dueSoon", "escalated", "filter", "sort");
    private static final List<String> COLUMNS = List.of("number", "waybill", "kind", "urgent", "urgentReason", "state",
            "level", "unitCode", "unit", "responsible", "openedAt", "dueAt", "waitingUntil", "urges", "answer",
            "answeredAt", "answeredBy", "closedAt", "closeReason");

    private final TicketLists lists;
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    TicketExport(TicketLists lists) {
        this.lists = lists;
        texts.setBasename("ticket.export");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    @Override
    public String list() {
        return "tickets";
    }

    @Override
    public Permission permission() {
        return Permission.TICKET_READ;
    }

    @Override
    public List<Column> columns(Locale locale) {
        return COLUMNS.stream().map(key -> new Column(key, texts.getMessage("column." + key, null, locale))).toList();
    }

    @Override
    public long count(Map<String, String> query, long most) {
        return lists.count(query(query), most);
    }

    @Override
    public Rows rows(Map<String, String> query, Locale locale, @Nullable String after, int limit) {
        var page = lists.rows(query(query), after, limit);
        return new Rows(page.items().stream().map(row -> cells(row, locale)).toList(), page.nextCursor());
    }

    private List<Cell> cells(TicketRow row, Locale locale) {
        var answer = row.lastAnswer();
        return List.of(
                Cell.text(row.number()),
                Cell.text(row.waybill()),
                Cell.text(locale.getLanguage().equals("en") ? row.kindName().en() : row.kindName().zh()),
                Cell.text(row.urgent() ? texts.getMessage("yes", null, locale) : ""),
                word("urgentReason", row.urgentReason(), locale),
                word("state", row.state(), locale),
                word("level", row.level(), locale),
                Cell.text(row.unit().code()),
                Cell.text(row.unit().name()),
                Cell.text(row.responsible() == null ? null : row.responsible().name()),
                Cell.at(row.openedAt()),
                Cell.at(row.dueAt()),
                Cell.at(row.waitingUntil()),
                new Cell.Count(row.urges()),
                word("answer", answer == null ? null : answer.kind(), locale),
                Cell.at(answer == null ? null : answer.at()),
                Cell.text(answer == null ? null : answer.by().name()),
                Cell.at(row.closedAt()),
                word("closeReason", row.closeReason(), locale));
    }

    /** The word of the catalogue; the code itself where the catalogue is behind. */
    private Cell word(String field, @Nullable Object value, Locale locale) {
        return value == null
                ? Cell.EMPTY
                : Cell.text(texts.getMessage(field + "." + value, null, value.toString(), locale));
    }

    /** The question as the route would read it. */
    static Query query(Map<String, String> query) {
        query.keySet().stream().filter(name -> !NAMES.contains(name)).findFirst().ifPresent(unknown -> {
            throw Refusal.invalid("query." + unknown, query.get(unknown), "UNKNOWN",
                    "One of: %s.".formatted(String.join(", ", NAMES.stream().sorted().toList())));
        });
        return new Query(
                read(query, "view", Whose::valueOf, List.of(Whose.values())),
                read(query, "state", TicketState.Name::valueOf, List.of(TicketState.Name.values())),
                read(query, "phase", TicketState.Phase::valueOf, List.of(TicketState.Phase.values())),
                read(query, "level", TicketLevel::valueOf, List.of(TicketLevel.values())),
                flag(query, "urgent"),
                flag(query, "overdue"),
                query.get("kind"),
                query.get("q"),
                query.get("unit"),
                flag(query, "dueSoon"),
                flag(query, "escalated"),
                TicketFields.read(query.get("filter")),
                read(query, "sort", Sort::valueOf, List.of(Sort.values())));
    }

    private static @Nullable Boolean flag(Map<String, String> query, String name) {
        return read(query, name, text -> switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException(text);
        }, List.of(true, false));
    }

    private static <T> @Nullable T read(Map<String, String> query, String name, Function<String, T> reader,
            List<?> right) {
        var text = query.get(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("query." + name, text, "UNKNOWN",
                    "One of: %s.".formatted(String.join(", ", right.stream().map(Object::toString).toList())));
        }
    }
}
