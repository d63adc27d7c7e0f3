package io.waypost.app.claim;

import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.claim.ClaimViews.ClaimRow;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Cursor;
import io.waypost.app.kernel.Page;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.claim.ClaimKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of claims: what is due comes first. Every condition is a fixed text with parameters. */
@Repository
class ClaimLists {

    private final JdbcClient jdbc;
    private final CaseStore store;
    private final ClaimViews views;
    private final Network network;
    private final PersonalData personalData;

    ClaimLists(JdbcClient jdbc, CaseStore store, ClaimViews views, Network network, PersonalData personalData) {
        this.jdbc = jdbc;
        this.store = store;
        this.views = views;
        this.network = network;
        this.personalData = personalData;
    }

    /** The views of the list; the names are part of the API. */
    enum ClaimQueue {
        TO_EXAMINE(true, "state in ('TO_EXAMINE', 'UNDER_REVIEW')"),
        TO_APPROVE(true, "state = 'TO_APPROVE'"),
        MINE(true, "ended_at is null and handler_id = :me"),
        OVERDUE(true, "ended_at is null and overdue"),
        /** The claimant has to do something. */
        WAITING(true, "state in ('WAITING_FOR_EVIDENCE', 'OFFERED', 'PAYEE_WRONG')"),
        PAYING(true, "state = 'PAYING'"),
        ENDED(false, "ended_at is not null"),
        ALL(false, "true");

        private final boolean byDue;
        private final String condition;

        ClaimQueue(boolean byDue, String condition) {
            this.byDue = byDue;
            this.condition = condition;
        }
    }

    /** What a list is narrowed to. */
    record Asked(ClaimQueue view, @Nullable ClaimKind kind, @Nullable String unit, @Nullable String text) {}

    /** How many claims stand in the views in which somebody has to act. */
    record ClaimCounts(long toExamine, long toApprove, long mine, long overdue, long waiting, long paying) {}

    @Transactional(readOnly = true)
    public Page<ClaimRow> list(Asked asked, @Nullable String cursor, @Nullable Integer limit) {
        int size = Page.limit(limit);
        var conditions = new ArrayList<>(List.of("applied_at is not null", asked.view().condition));
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("me", Acting.hand());
        narrow(asked, conditions, parameters);
        var key = asked.view().byDue ? "due_at" : "applied_at";
        var after = Cursor.read(cursor, 2);
        if (!after.isEmpty()) {
            conditions.add("(%s, id) %s (cast(:at as timestamptz), cast(:id as uuid))".formatted(key,
                    asked.view().byDue ? ">" : "<"));
            parameters.put("at", utc(Cursor.value(after.get(0), Instant::parse, cursor)));
            parameters.put("id", Cursor.value(after.get(1), UUID::fromString, cursor));
        }
        var order = asked.view().byDue ? "due_at, id" : "applied_at desc, id desc";
        var found = store.list("where %s order by %s limit %d".formatted(String.join(" and ", conditions), order,
                size + 1), parameters);
        var page = found.size() > size ? found.subList(0, size) : found;
        return new Page<>(page.stream().map(views::row).toList(),
                found.size() > size ? cursor(asked.view(), page.getLast()) : null, null);
    }

    private static String cursor(ClaimQueue view, KeptClaim last) {
        var at = view.byDue ? last.times().dueAt() : last.times().appliedAt();
        return Cursor.of(Objects.requireNonNull(at), last.id());
    }

    private void narrow(Asked asked, List<String> conditions, Map<String, @Nullable Object> parameters) {
        if (asked.kind() != null) {
            conditions.add("kind = :kind");
            parameters.put("kind", asked.kind().name());
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
            conditions.add("(number = :text or waybill = :text or phone_index = :phone)");
            parameters.put("text", text.toUpperCase(Locale.ROOT));
            parameters.put("phone", personalData.phoneIndex(text));
        }
    }

    @Transactional(readOnly = true)
    public ClaimCounts counts() {
        return jdbc.sql("""
                select count(*) filter (where state in ('TO_EXAMINE', 'UNDER_REVIEW')) as to_examine,
                       count(*) filter (where state = 'TO_APPROVE') as to_approve,
                       count(*) filter (where handler_id = cast(:me as uuid)) as mine,
                       count(*) filter (where overdue) as overdue,
                       count(*) filter (where state in ('WAITING_FOR_EVIDENCE', 'OFFERED', 'PAYEE_WRONG')) as waiting,
                       count(*) filter (where state = 'PAYING') as paying
                from claim.claim where ended_at is null and state <> 'DRAFT'
                """).param("me", Acting.hand())
                .query((row, _) -> new ClaimCounts(row.getLong("to_examine"), row.getLong("to_approve"),
                        row.getLong("mine"), row.getLong("overdue"), row.getLong("waiting"), row.getLong("paying")))
                .single();
    }
}
