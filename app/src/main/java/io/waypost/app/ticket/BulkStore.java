package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of actions on many tickets. */
@Repository
class BulkStore {

    private static final String COLUMNS = """
            select id, action, text, reason, target, total, done, finished, person_id, person_name from ticket.bulk
            """;

    private final JdbcClient jdbc;

    BulkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An action on many tickets. */
    record Bulk(UUID id, TicketBulk.Doing action, String text, @Nullable String reason, @Nullable UUID target,
            int total, int done,
            boolean finished, PersonRef by) {}

    /** A ticket that is waiting for its turn. */
    record Next(int no, UUID ticketId, @Nullable Integer version) {}

    void insert(Bulk bulk, List<TicketBulk.Picked> tickets, String scopePath, Instant at, @Nullable Instant lease) {
        jdbc.sql("""
                insert into ticket.bulk (id, action, text, reason, target, total, created_at, lease_until, person_id, person_name, scope_path)
                values (:id, :action, :text, :reason, cast(:target as uuid), :total, :at, :lease, :personId, :personName, :scope)
                """)
                .param("id", bulk.id()).param("action", bulk.action().name()).param("text", bulk.text())
                .param("reason", bulk.reason()).param("target", bulk.target()).param("total", bulk.total())
                .param("at", TicketStore.utc(at))
                .param("lease", TicketStore.utc(lease)).param("personId", bulk.by().id())
                .param("personName", bulk.by().name()).param("scope", scopePath).update();
        var numbers = IntStream.range(0, tickets.size()).boxed().toList();
        jdbc.sql("""
                insert into ticket.bulk_row (bulk_id, no, ticket_id, version, number, outcome)
                select :bulk, n.no, n.ticket_id, n.version, t.number, 'PENDING'
                from unnest(:nos::int4[], :ids::uuid[], :versions::int4[]) as n (no, ticket_id, version)
                     left join ticket.ticket t on t.id = n.ticket_id
                """)
                .param("bulk", bulk.id())
                .param("nos", Columns.ints(numbers, no -> no))
                .param("ids", Columns.ids(tickets, TicketBulk.Picked::id))
                .param("versions", Columns.ints(tickets, TicketBulk.Picked::version)).update();
    }

    boolean waiting(Instant now) {
        return jdbc.sql("""
                select exists (select 1 from ticket.bulk where not finished and (lease_until is null or lease_until < :now))
                """).param("now", TicketStore.utc(now)).query(Boolean.class).single();
    }

    /** Takes the oldest that nobody works on; a step that was under way when its node died may or may not have been taken. */
    Optional<Bulk> claim(Instant now, Instant lease) {
        var claimed = jdbc.sql("""
                update ticket.bulk b set lease_until = :lease
                from (select id from ticket.bulk where not finished and (lease_until is null or lease_until < :now)
                      order by created_at limit 1 for update skip locked) as due
                where b.id = due.id
                returning b.id, b.action, b.text, b.reason, b.target, b.total, b.done, b.finished, b.person_id, b.person_name
                """).param("now", TicketStore.utc(now)).param("lease", TicketStore.utc(lease))
                .query((row, _) -> bulk(row)).optional();
        claimed.ifPresent(bulk -> jdbc.sql("""
                with lost as (update ticket.bulk_row set outcome = 'UNKNOWN' where bulk_id = :id and outcome = 'RUNNING' returning 1)
                update ticket.bulk set done = done + (select count(*) from lost) where id = :id
                """).param("id", bulk.id()).update());
        return claimed;
    }

    /** The next ticket, from now on under way; empty at the end, or where another node has taken the rest. */
    Optional<Next> next(UUID bulk, Instant lease) {
        return jdbc.sql("""
                with mine as (update ticket.bulk set lease_until = :lease where id = :bulk and not finished returning id)
                update ticket.bulk_row r set outcome = 'RUNNING'
                from (select bulk_id, no from ticket.bulk_row
                      where bulk_id = (select id from mine) and outcome = 'PENDING' order by no limit 1 for update skip locked) as n
                where r.bulk_id = n.bulk_id and r.no = n.no
                returning r.no, r.ticket_id, r.version
                """).param("bulk", bulk).param("lease", TicketStore.utc(lease))
                .query((row, _) -> new Next(row.getInt("no"), row.getObject("ticket_id", UUID.class),
                        row.getObject("version", Integer.class)))
                .optional();
    }

    void answer(UUID bulk, int no, TicketBulk.Outcome outcome, @Nullable String code, @Nullable String message) {
        jdbc.sql("""
                with answered as (update ticket.bulk_row set outcome = :outcome, code = :code, message = :message
                                  where bulk_id = :bulk and no = :no and outcome = 'RUNNING' returning 1)
                update ticket.bulk set done = done + (select count(*) from answered) where id = :bulk
                """).param("bulk", bulk).param("no", no).param("outcome", outcome.name()).param("code", code)
                .param("message", message).update();
    }

    /** Leaves the rest to whoever claims it next. */
    void release(UUID bulk) {
        jdbc.sql("update ticket.bulk set lease_until = null where id = :id").param("id", bulk).update();
    }

    void finish(UUID bulk) {
        jdbc.sql("update ticket.bulk set finished = true, lease_until = null where id = :id").param("id", bulk)
                .update();
    }

    Optional<Bulk> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query((row, _) -> bulk(row)).optional();
    }

    List<TicketBulk.Row> rows(UUID bulk) {
        return jdbc.sql("""
                select ticket_id, number, outcome, code, message from ticket.bulk_row where bulk_id = :bulk order by no
                """).param("bulk", bulk)
                .query((row, _) -> row(row)).list();
    }

    /** The first rows that were not done, for an action that has more rows than anybody reads on a page. */
    List<TicketBulk.Row> notDone(UUID bulk, int most) {
        return jdbc.sql("""
                select ticket_id, number, outcome, code, message from ticket.bulk_row
                where bulk_id = :bulk and outcome in ('REFUSED', 'FAILED', 'UNKNOWN') order by no limit :most
                """).param("bulk", bulk).param("most", most).query((row, _) -> row(row)).list();
    }

    private static TicketBulk.Row row(ResultSet row) throws SQLException {
        return new TicketBulk.Row(row.getObject("ticket_id", UUID.class), row.getString("number"),
                TicketBulk.Outcome.valueOf(row.getString("outcome")), row.getString("code"), row.getString("message"));
    }

    private static Bulk bulk(ResultSet row) throws SQLException {
        return new Bulk(row.getObject("id", UUID.class), TicketBulk.Doing.valueOf(row.getString("action")),
                row.getString("text"), row.getString("reason"), row.getObject("target", UUID.class),
                row.getInt("total"), row.getInt("done"),
                row.getBoolean("finished"),
                new PersonRef(row.getObject("person_id", UUID.class), row.getString("person_name")));
    }
}
