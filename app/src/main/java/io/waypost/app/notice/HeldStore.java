package io.waypost.app.notice;

import io.waypost.app.kernel.Columns;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on news that are told together. Rows are only added and taken, so nobody waits for anybody. */
@Repository
class HeldStore {

    private final JdbcClient jdbc;

    HeldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One piece of news, held back. */
    record Held(UUID id, UUID person, Instant hour, String news, UUID ticketId) {}

    /** What one person was not told in an hour: how many pieces of news, and how many of them are about time that ran out. */
    record Sum(UUID person, Instant hour, long count, long late) {}

    /** How many notices about tickets of that kind each of them got since then. */
    Map<UUID, Long> told(Collection<UUID> persons, String ticketKind, Instant since) {
        var told = new HashMap<UUID, Long>();
        jdbc.sql("""
                select person_id, count(*) as told from notice.notice
                where person_id = any (:persons) and at >= :since and params ->> 'ticketKind' = :kind
                  and params ->> 'urgent' = 'false'
                group by person_id
                """)
                .param("persons", persons.toArray(UUID[]::new))
                .param("kind", ticketKind)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    told.put(row.getObject("person_id", UUID.class), row.getLong("told"));
                });
        return told;
    }

    void hold(List<Held> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into notice.held (id, person_id, hour, news, ticket_id)
                select id, person, timestamptz 'epoch' + hour * interval '1 microsecond', news, ticket
                from unnest(:ids::uuid[], :persons::uuid[], :hours::int8[], :news::text[], :tickets::uuid[])
                     as r (id, person, hour, news, ticket)
                """)
                .param("ids", Columns.ids(rows, Held::id))
                .param("persons", Columns.ids(rows, Held::person))
                .param("hours", Columns.instants(rows, Held::hour))
                .param("news", Columns.texts(rows, Held::news))
                .param("tickets", Columns.ids(rows, Held::ticketId))
                .update();
    }

    Optional<Instant> oldest() {
        return jdbc.sql("select hour from notice.held order by hour limit 1")
                .query((row, _) -> row.getObject("hour", OffsetDateTime.class).toInstant()).optional();
    }

    /** Takes what was held in hours that began before; what another node takes is not taken twice. */
    List<Sum> take(Instant before, Collection<String> late) {
        return jdbc.sql("""
                with taken as (
                    delete from notice.held
                    where id in (select id from notice.held where hour < :before for update skip locked)
                    returning person_id, hour, news
                )
                select person_id, hour, count(*) as news, count(*) filter (where news = any (:late)) as late
                from taken group by person_id, hour order by hour, person_id
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("late", late.toArray(String[]::new))
                .query((row, _) -> new Sum(row.getObject("person_id", UUID.class),
                        row.getObject("hour", OffsetDateTime.class).toInstant(), row.getLong("news"),
                        row.getLong("late")))
                .list();
    }
}
