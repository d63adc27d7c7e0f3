package io.waypost.app.ticket;

import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who raised which ticket to 加急, when it was answered first, and who lowered it again. */
@Repository
class UrgencyStore {

    private final JdbcClient jdbc;

    UrgencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A ticket was raised; one that stands raised already stays as it is. */
    void raised(KeptTicket kept, Actor by) {
        var urgency = kept.facts().urgency();
        if (urgency == null) {
            return;
        }
        var person = by instanceof Actor.Person one ? one : null;
        var path = person == null ? kept.desk().unitPath() : person.unitPath();
        jdbc.sql("""
                insert into ticket.urgency (id, ticket_id, reason, raised_at, by_id, by_name, by_code, by_path)
                values (:id, :ticket, :reason, :at, :person, :name, :code, :path)
                on conflict (ticket_id) where lowered_at is null do nothing
                """)
                .param("id", Ids.next(urgency.at())).param("ticket", kept.id()).param("reason", urgency.reason().name())
                .param("at", TicketStore.utc(urgency.at())).param("person", person == null ? null : person.id())
                .param("name", urgency.byName())
                .param("code", person == null ? kept.ticket().desk() : person.unitCode()).param("path", path)
                .update();
    }

    /** The first answer since it was raised counts; later ones change nothing. */
    void answered(UUID ticket, Instant at) {
        jdbc.sql("""
                update ticket.ticket set urgent_answered_at = :at
                where id = :ticket and urgent and urgent_answered_at is null
                """).param("ticket", ticket).param("at", TicketStore.utc(at)).update();
        jdbc.sql("""
                update ticket.urgency set answered_at = :at
                where ticket_id = :ticket and lowered_at is null and answered_at is null
                """).param("ticket", ticket).param("at", TicketStore.utc(at)).update();
    }

    void lowered(UUID ticket, String by, Instant at) {
        jdbc.sql("update ticket.ticket set urgent_answered_at = null where id = :ticket").param("ticket", ticket)
                .update();
        jdbc.sql("""
                update ticket.urgency set lowered_at = :at, lowered_by = :by where ticket_id = :ticket and lowered_at is null
                """).param("ticket", ticket).param("by", by).param("at", TicketStore.utc(at)).update();
    }
}
