package io.waypost.app.delay;

import io.waypost.app.delay.DelayViews.DelayRow;
import io.waypost.app.export.Cell;
import io.waypost.app.export.ExportSource;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.delay.Salvage.Chance;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The list of promises in danger as an export: the same question and order as its route, every column in words. */
@Component
class DelayExport implements ExportSource, DelaySheets {

    private static final Set<String> NAMES = Set.of("unit", "chance");
    private static final List<String> COLUMNS = List.of("waybill", "chance", "actBy", "promisedAt", "risk", "expected",
            "early", "late", "reason", "unitCode", "unit", "place", "lastType", "lastAt", "lastSite", "judgedAt");

    /** What a sheet has of them: enough to act on. */
    private static final List<String> SHORT = List.of("waybill", "chance", "actBy", "promisedAt", "risk", "reason",
            "unit", "lastType", "lastAt");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(Holidays.ZONE);

    private final DelayLists lists;
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    DelayExport(DelayLists lists) {
        this.lists = lists;
        texts.setBasename("delay.export");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    @Override
    public String list() {
        return "delays";
    }

    @Override
    public Permission permission() {
        return Permission.OPERATION_READ;
    }

    @Override
    public List<Column> columns(Locale locale) {
        return COLUMNS.stream().map(key -> new Column(key, text("column." + key, locale))).toList();
    }

    @Override
    public long count(Map<String, String> query, long most) {
        check(query);
        return lists.count(query.get("unit"), chance(query), most);
    }

    @Override
    public Rows rows(Map<String, String> query, Locale locale, @Nullable String after, int limit) {
        check(query);
        var page = lists.page(query.get("unit"), chance(query), after, limit);
        return new Rows(page.items().stream().map(row -> cells(row, locale)).toList(), page.nextCursor());
    }

    @Override
    public Sheet sheet(String unitCode, Locale locale, int most) {
        var found = rows(Map.of("unit", unitCode), locale, null, most);
        return new Sheet(SHORT.stream().map(key -> text("column." + key, locale)).toList(),
                found.rows().stream()
                        .map(row -> SHORT.stream().map(key -> shown(row.get(COLUMNS.indexOf(key)))).toList()).toList(),
                found.next() != null);
    }

    private static String shown(Cell cell) {
        return switch (cell) {
            case Cell.Text(var text) -> text;
            case Cell.Count(var number) -> String.valueOf(number);
            case Cell.At(var at) -> TIME.format(at);
        };
    }

    private List<Cell> cells(DelayRow row, Locale locale) {
        return List.of(
                Cell.text(row.waybill()),
                Cell.text(text("chance." + row.chance(), locale)),
                Cell.at(row.actBy()),
                Cell.at(row.promisedAt()),
                Cell.text(Math.round(row.risk() * 100) + "%"),
                Cell.at(row.expected()),
                Cell.at(row.early()),
                Cell.at(row.late()),
                Cell.text(reason(row, locale)),
                Cell.text(row.unit().code()),
                Cell.text(row.unit().name()),
                Cell.text(row.place()),
                Cell.text(locale.getLanguage().equals("en") ? row.lastType().name() : row.lastType().chinese()),
                Cell.at(row.lastAt()),
                Cell.text(row.lastSite().name()),
                Cell.at(row.judgedAt()));
    }

    private String reason(DelayRow row, Locale locale) {
        var reason = row.reason();
        var stage = reason.stage();
        var site = reason.site();
        return text("reason." + reason.code(), locale, site == null ? "" : site.name(),
                stage == null ? "" : locale.getLanguage().equals("en") ? stage.name() : stage.chinese(),
                reason.hours());
    }

    private String text(String key, Locale locale, Object... values) {
        return texts.getMessage(key, values, locale);
    }

    private static void check(Map<String, String> query) {
        query.keySet().stream().filter(name -> !NAMES.contains(name)).findFirst().ifPresent(unknown -> {
            throw Refusal.invalid("query." + unknown, query.get(unknown), "UNKNOWN",
                    "One of: %s.".formatted(String.join(", ", NAMES.stream().sorted().toList())));
        });
    }

    private static @Nullable Chance chance(Map<String, String> query) {
        var text = query.get("chance");
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Chance.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("query.chance", text, "UNKNOWN",
                    "One of: %s.".formatted(List.of(Chance.values())));
        }
    }
}
