package io.waypost.app.ticket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the customer wrote about a ticket, and what was written to them. */
@Repository
class CustomerMessages {

    private final JdbcClient jdbc;

    CustomerMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which way a message goes; the names are part of the API. */
    enum Direction {
        IN,
        OUT
    }

    record Message(UUID id, Instant at, Direction direction, By by, String text) {}

    void add(UUID ticketId, Message message) {
        jdbc.sql("""
                insert into ticket.message (id, ticket_id, at, direction, by_kind, by_name, text)
                values (:id, :ticketId, :at, :direction, :byKind, :byName, :text)
                """)
                .param("id", message.id())
                .param("ticketId", ticketId)
                .param("at", TicketStore.utc(message.at()))
                .param("direction", message.direction().name())
                .param("byKind", message.by().kind().name())
                .param("byName", message.by().name())
                .param("text", message.text())
                .update();
    }

    List<Message> of(UUID ticketId) {
        return jdbc.sql(
                "select id, at, direction, by_kind, by_name, text from ticket.message where ticket_id = :id order by seq")
                .param("id", ticketId)
                .query((row, _) -> new Message(row.getObject("id", UUID.class), TicketColumns.instant(row, "at"),
                        Direction.valueOf(row.getString("direction")),
                        new By(By.Kind.valueOf(row.getString("by_kind")), null, row.getString("by_name")),
                        row.getString("text")))
                .list();
    }
}
