package io.waypost.app.ticket;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of ticket counts, within the actor's scope. */
@Repository
class TicketCountStore implements TicketCounts {

    private final JdbcClient jdbc;

    TicketCountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Open> open(Instant now) {
        return jdbc.sql("""
                select place_path, count(*) as open,
                       count(*) filter (where phase = 'UNIT') as dispatched,
                       count(*) filter (where phase = 'WAITING') as waiting,
                       count(*) filter (where phase = 'REPLIED') as replied,
                       count(*) filter (where owed and next_at >= :now and next_at < :soon) as due_soon,
                       count(*) filter (where owed and next_at < :now) as overdue,
                       count(*) filter (where level = 'REGION') as at_region,
                       count(*) filter (where level = 'HEADQUARTERS') as at_headquarters,
                       count(*) filter (where urgent) as urgent
                from ticket.ticket where closed_at is null group by place_path
                """)
                .param("now", TicketStore.utc(now))
                .param("soon", TicketStore.utc(now.plus(TicketListStore.SOON)))
                .query((row, _) -> new Open(row.getString("place_path"), row.getLong("open"), row.getLong("dispatched"),
                        row.getLong("waiting"), row.getLong("replied"), row.getLong("due_soon"), row.getLong("overdue"),
                        row.getLong("at_region"), row.getLong("at_headquarters"), row.getLong("urgent")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Closed> closed(Instant since) {
        return jdbc.sql("""
                select place_path, date_trunc('hour', closed_at, 'UTC') as hour, count(*) as closed
                from ticket.ticket where closed_at >= :since group by place_path, hour
                """)
                .param("since", TicketStore.utc(since))
                .query((row, _) -> new Closed(row.getString("place_path"), TicketColumns.instant(row, "hour"),
                        row.getLong("closed")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Answered> answered(Instant since) {
        return jdbc.sql("""
                select place_path, count(*) filter (where answered_in_time) as in_time,
                       count(*) filter (where not answered_in_time) as late
                from ticket.ticket where opened_at >= :since and answered_in_time is not null group by place_path
                """)
                .param("since", TicketStore.utc(since))
                .query((row, _) -> new Answered(row.getString("place_path"), row.getLong("in_time"),
                        row.getLong("late")))
                .list();
    }
}
