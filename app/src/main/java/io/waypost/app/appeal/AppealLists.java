package io.waypost.app.appeal;

import io.waypost.app.appeal.AppealView.AppealRow;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.appeal.AppealCategory;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of appeals: what is due comes first. Every condition is a fixed text with parameters. */
@Repository
class AppealLists {

    private static final Duration SOON = Duration.ofDays(3);
    private static final String ASKED_HERE = """
            exists (select 1 from appeal.asked k
                    where k.appeal_id = appeal.id and k.answered_at is null and starts_with(k.unit_path, :scope))""";

    private final JdbcClient jdbc;
    private final AppealViews views;
    private final Network network;
    private final PersonalData personalData;
    private final Clock clock;

    AppealLists(JdbcClient jdbc, AppealViews views, Network network, PersonalData personalData, Clock clock) {
        this.jdbc = jdbc;
        this.views = views;
        this.network = network;
        this.personalData = personalData;
        this.clock = clock;
    }

    /** The saved views; the names are part of the API. */
    enum Queue {
        DUE(true, "owes"),
        OVERDUE(true, "owes and due_at <= :now"),
        SOON(true, "owes and due_at > :now and due_at <= :soon"),
        MINE(true, "owes and handler_id = :me"),
        EVIDENCE(true, "owes and " + ASKED_HERE),
        TO_CHECK(true, "owes and state = 'REPLY_DRAFTED'"),
        REPLIED(false, "state = 'REPLIED'"),
        ENDED(false, "state in ('AUTHORITY_CLOSED', 'REFUSED_INTAKE')"),
        ALL(false, "true");

        private final boolean byDue;
        private final String condition;

        Queue(boolean byDue, String condition) {
            this.byDue = byDue;
            this.condition = condition;
        }
    }

    /** What a list is narrowed to. */
    record Asked(Queue view, @Nullable AppealCategory category, @Nullable String unit, @Nullable String text) {}

    /** How many appeals stand in the views that somebody must look at. */
    record Counts(long due, long overdue, long soon, long mine, long evidence, long toCheck) {}

    @Transactional(readOnly = true)
    public Page<AppealRow> list(Asked asked, @Nullable String cursor, @Nullable Integer limit) {
        int size = Page.limit(limit);
        var conditions = new ArrayList<>(List.of(asked.view().condition));
        var parameters = parameters();
        narrow(asked, conditions, parameters);
        after(asked.view(), cursor, conditions, parameters);
        var order = asked.view().byDue ? "due_at, id" : "forwarded_at desc, id desc";
        var found = jdbc.sql("select %s from appeal.appeal where %s order by %s limit :limit".formatted(
                AppealColumns.ALL, String.join(" and ", conditions), order))
                .params(parameters).param("limit", size + 1)
                .query((row, _) -> AppealColumns.kept(row)).list();
        var page = found.size() > size ? found.subList(0, size) : found;
        var now = clock.instant();
        return new Page<>(page.stream().map(kept -> views.row(kept, now)).toList(),
                found.size() > size ? cursor(asked.view(), page.getLast()) : null, null);
    }

    @Transactional(readOnly = true)
    public Counts counts() {
        return jdbc.sql("""
                select count(*) as due, count(*) filter (where due_at <= :now) as overdue,
                       count(*) filter (where due_at > :now and due_at <= :soon) as soon,
                       count(*) filter (where handler_id = :me) as mine,
                       count(*) filter (where %s) as evidence,
                       count(*) filter (where state = 'REPLY_DRAFTED') as to_check
                from appeal.appeal where owes
                """.formatted(ASKED_HERE))
                .params(parameters())
                .query((row, _) -> new Counts(row.getLong("due"), row.getLong("overdue"), row.getLong("soon"),
                        row.getLong("mine"), row.getLong("evidence"), row.getLong("to_check")))
                .single();
    }

    private Map<String, @Nullable Object> parameters() {
        var now = clock.instant();
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("now", AppealColumns.utc(now));
        parameters.put("soon", AppealColumns.utc(now.plus(SOON)));
        parameters.put("me", By.current().id());
        parameters.put("scope", Acting.current().scope().path());
        return parameters;
    }

    private void narrow(Asked asked, List<String> conditions, Map<String, @Nullable Object> parameters) {
        if (asked.category() != null) {
            conditions.add("category = :category");
            parameters.put("category", asked.category().name());
        }
        var code = asked.unit();
        if (code != null && !code.isBlank()) {
            conditions.add("starts_with(unit_path, :unit)");
            parameters.put("unit", network.unit(code)
                    .filter(unit -> Acting.current().scope().reaches(unit.path())).map(Unit::path)
                    .orElseThrow(() -> Refusal.notFound("unit", code)));
        }
        if (asked.text() != null && !asked.text().isBlank()) {
            var text = asked.text().strip();
            conditions.add("(authority_number = :text or number = :text or waybill = :text or phone_index = :phone)");
            parameters.put("text", text.toUpperCase(Locale.ROOT));
            parameters.put("phone", personalData.phoneIndex(text));
        }
    }

    private static void after(Queue view, @Nullable String cursor, List<String> conditions,
            Map<String, @Nullable Object> parameters) {
        var last = Cursor.read(cursor, 2);
        if (last.isEmpty()) {
            return;
        }
        conditions.add(view.byDue
                ? "(due_at, id) > (:lastAt, cast(:lastId as uuid))"
                : "(forwarded_at, id) < (:lastAt, cast(:lastId as uuid))");
        try {
            parameters.put("lastAt", AppealColumns.utc(Instant.parse(last.getFirst())));
            parameters.put("lastId", UUID.fromString(last.getLast()));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw Refusal.invalid("cursor", cursor, "UNREADABLE", "Use the nextCursor of the page before, unchanged.");
        }
    }

    private static String cursor(Queue view, KeptAppeal last) {
        return Cursor.of(view.byDue ? last.period().due() : last.paper().forwardedAt(), last.id());
    }
}
