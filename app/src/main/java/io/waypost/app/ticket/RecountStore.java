package io.waypost.app.ticket;

import io.waypost.core.calendar.CalendarId;
import io.waypost.core.sop.SopId;
import java.util.Collection;
import java.util.List;
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

    /** Open tickets whose clocks count by one of those versions. */
    int markByCalendar(Collection<CalendarId> calendars) {
        return jdbc.sql("""
                update ticket.ticket set recount = true
                where closed_at is null and clock ->> 'calendar' = any (:calendars)
                """)
                .param("calendars", calendars.stream().map(ClockBody::text).toArray(String[]::new)).update();
    }

    /** Open tickets that a unit of that part of the tree holds. */
    int markByUnit(String unitPath) {
        return jdbc.sql("""
                update ticket.ticket set recount = true
                where closed_at is null and clock is not null and starts_with(unit_path, :path)
                """).param("path", unitPath).update();
    }

    /**
     * Open tickets of the kind, and of its second levels that follow its SOP, go over to the version.
     *
     * @param followers the kinds that have no SOP of their own and follow this one's, itself among them
     */
    int markBySop(SopId id, Collection<String> followers) {
        return jdbc.sql("""
                update ticket.ticket set recount = true, sop_kind = :kind, sop_version = :version
                where closed_at is null and sop_kind = :kind and kind = any (:followers)
                """)
                .param("kind", id.kind().code())
                .param("version", id.version())
                .param("followers", followers.toArray(String[]::new))
                .update();
    }

    boolean any() {
        return jdbc.sql("select exists (select 1 from ticket.ticket where recount)")
                .query((row, _) -> row.getBoolean(1)).single();
    }

    /** Claims tickets to be counted anew; other nodes skip them until the transaction ends. */
    List<KeptTicket> claim(int most) {
        return jdbc.sql(TicketColumns.SELECT + " where t.recount order by t.id limit :most for update skip locked")
                .param("most", most).query((row, _) -> columns.kept(row)).list();
    }

    void done(Collection<UUID> ids) {
        jdbc.sql("update ticket.ticket set recount = false where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new)).update();
    }
}
