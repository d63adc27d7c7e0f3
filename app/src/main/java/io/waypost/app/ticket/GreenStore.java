package io.waypost.app.ticket;

import io.waypost.app.ticket.TicketListStore.Conditions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the green channel's board and of how it is used. */
@Repository
class GreenStore {

    /** Within that an urgent ticket is to be answered. */
    static final Duration RESPONSE = Duration.ofHours(2);

    private final JdbcClient jdbc;
    private final TicketColumns columns;

    GreenStore(JdbcClient jdbc, TicketColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    /** An open urgent ticket, and when it was answered first since it was raised. */
    record Raised(KeptTicket kept, @Nullable Instant answeredAt) {}

    /** Where a page ended. */
    record Place(boolean answered, Instant at, UUID id) {}

    /** What nobody answered first, then what was raised first. */
    List<Raised> page(Conditions visible, @Nullable Place after, int limit) {
        visible.add("t.urgent and t.closed_at is null").with("limit", limit);
        if (after != null) {
            visible.add("((t.urgent_answered_at is not null), t.urgent_at, t.id) > (:answered, :afterAt, :afterId)",
                    "answered", after.answered())
                    .with("afterAt", TicketStore.utc(after.at())).with("afterId", after.id());
        }
        return jdbc.sql(TicketColumns.SELECT_GREEN + visible.where()
                + " order by (t.urgent_answered_at is not null), t.urgent_at, t.id limit :limit")
                .params(visible.parameters)
                .query((row, _) -> new Raised(columns.kept(row),
                        TicketColumns.instantOrNull(row, "urgent_answered_at")))
                .list();
    }

    /** Open ones and, among them, those that should have been answered by now; each counted no further than {@code most}. */
    record Counts(long open, long overdue) {}

    Counts counts(Conditions counted, Instant now, long most) {
        counted.add("t.urgent and t.closed_at is null").with("most", most)
                .with("late", TicketStore.utc(now.minus(RESPONSE)));
        var overdue = counted.copy().add("(t.urgent_answered_at is not null) = false and t.urgent_at < :late");
        return jdbc.sql("select (%s), (%s)".formatted(counted.counted(), overdue.counted()))
                .params(counted.parameters)
                .query((row, _) -> new Counts(row.getLong(1), row.getLong(2))).single();
    }

    /** Of those raised since then whose answer is there or late: how many were answered within the time. */
    record Answered(long inTime, long measured) {}

    /** Looks at the latest {@code most} tickets that stand raised, so that the work is bounded. */
    Answered answered(Conditions there, Instant since, Instant now, int most) {
        there.add("t.urgent").add("t.urgent_at >= :since", "since", TicketStore.utc(since))
                .add("""
                        (t.urgent_answered_at is not null or (t.urgent_at < :late
                         and (t.closed_at is null or t.closed_at > t.urgent_at + interval '2 hours')))
                        """, "late", TicketStore.utc(now.minus(RESPONSE)))
                .with("most", most);
        return jdbc.sql("""
                select count(*) filter (where urgent_answered_at <= urgent_at + interval '2 hours'), count(*)
                from (select t.urgent_answered_at, t.urgent_at from ticket.ticket t
                      %s order by t.urgent_at desc limit :most) as measured
                """.formatted(there.where()))
                .params(there.parameters)
                .query((row, _) -> new Answered(row.getLong(1), row.getLong(2))).single();
    }

    /**
     * How often one person, or all of one unit, raised tickets.
     *
     * @param lowered of those, lowered again by a lead
     * @param unjustified of those, rejected, invalid or opened by mistake in the end
     * @param wrong either of both
     */
    record Use(String unitCode, @Nullable UUID personId, String name, long raised, long lowered, long unjustified,
            long wrong) {}

    /** Those whose unit lies at or below the path; who raised most comes first. */
    List<Use> use(String path, Instant since, boolean byPerson, int most) {
        var who = byPerson ? "u.by_code, u.by_id, u.by_name" : "u.by_code";
        var unjustified = "(t.state in ('REJECTED', 'INVALID') or t.close_reason = 'MISTAKE')";
        return jdbc.sql("""
                select %1$s, count(*) as raised, count(u.lowered_at) as lowered,
                       count(*) filter (where %2$s) as unjustified,
                       count(*) filter (where u.lowered_at is not null or %2$s) as wrong
                from ticket.urgency u left join ticket.ticket t on t.id = u.ticket_id
                where u.raised_at >= :since and u.by_path >= :low and u.by_path < :high
                group by %1$s order by raised desc, wrong desc, u.by_code limit :most
                """.formatted(who, unjustified))
                .param("since", TicketStore.utc(since)).param("low", path).param("high", path + "~")
                .param("most", most)
                .query((row, _) -> use(row, byPerson)).list();
    }

    private static Use use(ResultSet row, boolean byPerson) throws SQLException {
        return new Use(row.getString("by_code"), byPerson ? row.getObject("by_id", UUID.class) : null,
                byPerson ? row.getString("by_name") : "", row.getLong("raised"), row.getLong("lowered"),
                row.getLong("unjustified"), row.getLong("wrong"));
    }
}
