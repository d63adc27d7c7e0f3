package io.waypost.app.ticket;

import io.waypost.core.ticket.RatingRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of how content customers were, one rating for each end of a ticket. */
@Repository
class RatingStore {

    private final JdbcClient jdbc;

    RatingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Rating(int stars, @Nullable String words, Instant at, @Nullable Instant changedAt) {

        RatingRules.Given given() {
            return new RatingRules.Given(at, changedAt != null);
        }
    }

    Optional<Rating> of(UUID ticketId, Instant endedAt) {
        return jdbc.sql(
                "select stars, words, at, changed_at from ticket.rating where ticket_id = :id and ended_at = :endedAt")
                .param("id", ticketId)
                .param("endedAt", TicketStore.utc(endedAt))
                .query((row, _) -> new Rating(row.getInt("stars"), row.getString("words"),
                        TicketColumns.instant(row, "at"),
                        TicketColumns.instantOrNull(row, "changed_at")))
                .optional();
    }

    /** All ratings of the ticket, the latest end first. */
    List<Rating> of(UUID ticketId) {
        return jdbc.sql(
                "select stars, words, at, changed_at from ticket.rating where ticket_id = :id order by ended_at desc")
                .param("id", ticketId)
                .query((row, _) -> new Rating(row.getInt("stars"), row.getString("words"),
                        TicketColumns.instant(row, "at"), TicketColumns.instantOrNull(row, "changed_at")))
                .list();
    }

    /** Keeps the first rating of that end, or what it was changed to. */
    void keep(UUID ticketId, Instant endedAt, int stars, @Nullable String words, Instant at) {
        jdbc.sql("""
                insert into ticket.rating (ticket_id, ended_at, stars, words, at)
                values (:id, :endedAt, :stars, :words, :at)
                on conflict (ticket_id, ended_at) do update set
                    stars = excluded.stars, words = excluded.words, changed_at = excluded.at
                """)
                .param("id", ticketId)
                .param("endedAt", TicketStore.utc(endedAt))
                .param("stars", stars)
                .param("words", words)
                .param("at", TicketStore.utc(at))
                .update();
    }
}
