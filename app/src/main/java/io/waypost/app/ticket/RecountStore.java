package io.waypost.app.ticket;

import io.waypost.core.calendar.CalendarId;
import io.waypost.core.sop.SopId;
import io.waypost.core.sop.TicketKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL by which tickets are found that a change of calendars or SOPs touches. */
@Repository
class RecountStore {

    private final JdbcClient jdbc;
    private final TicketColumns columns;

    RecountStore(JdbcClient jdbc, TicketColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    /** Open tickets whose clocks count by one of those versions; a walk over all of them, for calendars rarely change. */
    int markByCalendar(Collection<CalendarId> calendars) {
        return jdbc.sql("""
                insert into ticket.recount (ticket_id)
                select id from ticket.ticket where closed_at is null and clock ->> 'calendar' = any (:calendars)
                on conflict do nothing
                """)
                .param("calendars", calendars.stream().map(ClockBody::text).toArray(String[]::new)).update();
    }

    /** Open tickets that a unit of that part of the tree holds. */
    int markByUnit(String unitPath) {
        return jdbc.sql("""
                insert into ticket.recount (ticket_id)
                select id from ticket.ticket where closed_at is null and clock is not null and starts_with(unit_path, :path)
                on conflict do nothing
                """).param("path", unitPath).update();
    }

    /**
     * Open tickets of the kind, and of its second levels that follow its SOP, go over to the version.
     *
     * @param followers the kinds that have no SOP of their own and follow this one's, itself among them
     */
    int markBySop(SopId id, Collection<String> followers) {
        return jdbc.sql("""
                insert into ticket.recount (ticket_id, sop_kind, sop_version)
                select id, :kind, :version from ticket.ticket
                where closed_at is null and sop_kind = :kind and kind = any (:followers)
                on conflict (ticket_id) do update set sop_kind = excluded.sop_kind, sop_version = excluded.sop_version
                """)
                .param("kind", id.kind().code())
                .param("version", id.version())
                .param("followers", followers.toArray(String[]::new))
                .update();
    }

    boolean any() {
        // By the index, so that rows which are gone but not yet cleared away are passed over only once.
        return jdbc.sql("select ticket_id from ticket.recount order by ticket_id limit 1")
                .query((row, _) -> true).optional().isPresent();
    }

    /** Claims tickets to be counted anew, with the SOP each goes over to; other nodes skip them until the transaction ends. */
    List<KeptTicket> claim(int most) {
        var wanted = new HashMap<UUID, Optional<SopId>>();
        jdbc.sql("""
                select ticket_id, sop_kind, sop_version from ticket.recount order by ticket_id limit :most
                for update skip locked
                """).param("most", most).query(row -> {
            wanted.put(row.getObject("ticket_id", UUID.class), sop(row));
        });
        return jdbc.sql(TicketColumns.SELECT + " where t.id = any (:ids) for update skip locked")
                .param("ids", wanted.keySet().toArray(UUID[]::new))
                .query((row, _) -> columns.kept(row)).list().stream()
                .map(kept -> wanted.getOrDefault(kept.id(), Optional.empty()).map(kept::with).orElse(kept))
                .toList();
    }

    void done(Collection<UUID> ids) {
        jdbc.sql("delete from ticket.recount where ticket_id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new)).update();
    }

    private static Optional<SopId> sop(ResultSet row) throws SQLException {
        var kind = row.getString("sop_kind");
        return kind == null
                ? Optional.empty()
                : Optional.of(new SopId(new TicketKind(kind), row.getInt("sop_version")));
    }
}
