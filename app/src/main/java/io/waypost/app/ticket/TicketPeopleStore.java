package io.waypost.app.ticket;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.ticket.TicketPresence.Doing;
import io.waypost.app.ticket.TicketPresence.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on who looks at a ticket, and who may. */
@Repository
class TicketPeopleStore {

    private final JdbcClient jdbc;

    TicketPeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says that somebody is there; whether they were not, or did something else. */
    boolean arrive(UUID ticket, PersonRef person, Doing doing, Instant now, Instant until) {
        return jdbc.sql("""
                with before as (select doing from ticket.presence
                                where ticket_id = :ticket and person_id = :person and until >= :now)
                insert into ticket.presence (ticket_id, person_id, person_name, doing, since, until)
                values (:ticket, :person, :name, :doing, :now, :until)
                on conflict (ticket_id, person_id) do update
                set doing = excluded.doing, until = excluded.until,
                    since = case when presence.until < :now then :now else presence.since end
                returning not exists (select 1 from before where doing = :doing)
                """)
                .param("ticket", ticket).param("person", person.id()).param("name", person.name())
                .param("doing", doing.name()).param("now", TicketStore.utc(now)).param("until", TicketStore.utc(until))
                .query(Boolean.class).single();
    }

    boolean leave(UUID ticket, UUID person) {
        return jdbc.sql("delete from ticket.presence where ticket_id = :ticket and person_id = :person")
                .param("ticket", ticket).param("person", person).update() > 0;
    }

    List<Viewer> here(UUID ticket, UUID without, Instant now) {
        return jdbc.sql("""
                select person_id, person_name, doing from ticket.presence
                where ticket_id = :ticket and person_id <> :without and until >= :now order by since, person_id limit 20
                """)
                .param("ticket", ticket).param("without", without).param("now", TicketStore.utc(now))
                .query((row, _) -> new Viewer(
                        new PersonRef(row.getObject("person_id", UUID.class), row.getString("person_name")),
                        Doing.valueOf(row.getString("doing"))))
                .list();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from ticket.presence where until < :before").param("before", TicketStore.utc(before))
                .update();
    }

    /** The paths of the units that see the ticket. */
    List<String> paths(UUID ticket) {
        return jdbc.sql("""
                select place_path from ticket.ticket where id = :ticket
                union
                select unit_path from ticket.sight where ticket_id = :ticket
                """).param("ticket", ticket).query((row, _) -> row.getString(1)).list();
    }
}
