package io.waypost.app.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on what was told to partners' endpoints. */
@Repository
class DeliveryStore {

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One telling.
     *
     * @param state the outbox's word for it
     * @param messageId the header {@code webhook-id}; null until it was tried
     */
    record Delivery(UUID id, UUID webhookId, String event, @Nullable UUID ticketId, @Nullable Integer version,
            String payload, Instant at, String state, @Nullable String code, int attempts, @Nullable UUID messageId,
            @Nullable Instant finishedAt) {}

    /** Which tellings are wanted; the span is of the time at which they were written. */
    record Query(UUID webhookId, @Nullable String state, @Nullable Instant from, @Nullable Instant until,
            @Nullable Instant beforeAt, @Nullable UUID beforeId) {}

    void insert(UUID keyId, Delivery delivery) {
        jdbc.sql("""
                insert into partner.delivery (id, key_id, webhook_id, event, ticket_id, version, payload, at, state)
                values (:id, :key, :webhook, :event, :ticket, :version, :payload, :at, :state)
                """)
                .param("id", delivery.id())
                .param("key", keyId)
                .param("webhook", delivery.webhookId())
                .param("event", delivery.event())
                .param("ticket", delivery.ticketId())
                .param("version", delivery.version())
                .param("payload", delivery.payload())
                .param("at", delivery.at().atOffset(ZoneOffset.UTC))
                .param("state", delivery.state())
                .update();
    }

    void finish(UUID id, UUID messageId, String state, @Nullable String code, int attempts, Instant at) {
        jdbc.sql("""
                update partner.delivery
                set message_id = :message, state = :state, code = :code, attempts = :attempts, finished_at = :at
                where id = :id
                """)
                .param("id", id).param("message", messageId).param("state", state).param("code", code)
                .param("attempts", attempts).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    void again(UUID id) {
        jdbc.sql("update partner.delivery set state = 'PENDING', code = null, finished_at = null where id = :id")
                .param("id", id).update();
    }

    /** The newest first. */
    List<Delivery> page(Query query, int most) {
        var sql = new StringBuilder("select * from partner.delivery where webhook_id = :webhook");
        if (query.state() != null) {
            sql.append(" and state = :state");
        }
        if (query.from() != null) {
            sql.append(" and at >= :from");
        }
        if (query.until() != null) {
            sql.append(" and at < :until");
        }
        if (query.beforeAt() != null) {
            sql.append(" and (at, id) < (:beforeAt, :beforeId)");
        }
        return jdbc.sql(sql.append(" order by at desc, id desc limit :most").toString())
                .param("webhook", query.webhookId())
                .param("state", query.state())
                .param("from", query.from() == null ? null : query.from().atOffset(ZoneOffset.UTC))
                .param("until", query.until() == null ? null : query.until().atOffset(ZoneOffset.UTC))
                .param("beforeAt", query.beforeAt() == null ? null : query.beforeAt().atOffset(ZoneOffset.UTC))
                .param("beforeId", query.beforeId())
                .param("most", most)
                .query((row, _) -> delivery(row))
                .list();
    }

    List<Delivery> find(UUID webhookId, UUID id) {
        return jdbc.sql("select * from partner.delivery where webhook_id = :webhook and id = :id")
                .param("webhook", webhookId).param("id", id).query((row, _) -> delivery(row)).list();
    }

    int removeOld(Instant before, int most) {
        return jdbc.sql("""
                delete from partner.delivery where id in (select id from partner.delivery where at < :before limit :most)
                """).param("before", before.atOffset(ZoneOffset.UTC)).param("most", most).update();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getString("event"),
                row.getObject("ticket_id", UUID.class),
                (Integer) row.getObject("version"),
                row.getString("payload"),
                CredentialStore.instant(row, "at"),
                row.getString("state"),
                row.getString("code"),
                row.getInt("attempts"),
                row.getObject("message_id", UUID.class),
                CredentialStore.instantOrNull(row, "finished_at"));
    }
}
