package io.waypost.app.outbox;

import io.waypost.app.outbox.OutgoingMessage.Subject;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL of delivery reports. A report is stored in one transaction and applied in another, and so are a provider's answers: whichever
 * of the two comes last finds the other, in whatever order they arrive.
 */
@Repository
class ReportStore {

    private static final String MATCH = """
            ((m.provider = r.provider and m.provider_id = r.provider_id) or (m.id = r.message_id and m.channel = 'SMS' and coalesce(m.provider, r.provider) = r.provider))
            """;

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A report as it came in; {@code messageId} where the provider repeats what we call the message. */
    record Report(UUID id, String provider, String providerId, @Nullable UUID messageId, boolean delivered,
            @Nullable String code, Instant at) {}

    /** A message that a report has settled. */
    record Settled(UUID id, String key, Channel channel, @Nullable Subject subject, MessageState state,
            @Nullable String code, int attempts) {}

    /** Adds a report; empty where it has been told before. */
    Optional<UUID> add(Report report) {
        return jdbc.sql("""
                insert into outbox.report (id, provider, provider_id, message_id, delivered, code, at)
                values (:id, :provider, :providerId, :message, :delivered, :code, :at)
                on conflict (provider, provider_id, delivered) do nothing
                returning id
                """)
                .param("id", report.id())
                .param("provider", report.provider())
                .param("providerId", report.providerId())
                .param("message", report.messageId())
                .param("delivered", report.delivered())
                .param("code", report.code())
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .query(UUID.class).optional();
    }

    /** Applies these reports to their messages, where those are known and have left. */
    List<Settled> settleReports(Collection<UUID> reports, Instant businessNow) {
        return settle("r.id = any (:ids)", reports, businessNow);
    }

    /** Applies reports that came before the answers to these messages. */
    List<Settled> settleMessages(Collection<UUID> messages, Instant businessNow) {
        return settle("m.id = any (:ids)", messages, businessNow);
    }

    /** Reports that have found no message yet, stored in that time. */
    List<UUID> waiting(Instant after, Instant before) {
        return jdbc.sql("""
                select id from outbox.report where not applied and at > :after and at < :before order by at desc limit 500
                """)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> Objects.requireNonNull(row.getObject("id", UUID.class))).list();
    }

    static Settled settled(ResultSet row) throws SQLException {
        var kind = row.getString("subject_kind");
        return new Settled(row.getObject("id", UUID.class), row.getString("idempotency_key"),
                Channel.valueOf(row.getString("channel")),
                kind == null ? null : new Subject(kind, row.getString("subject_id")),
                MessageState.valueOf(row.getString("state")), row.getString("error"), row.getInt("attempts"));
    }

    private List<Settled> settle(String which, Collection<UUID> ids, Instant businessNow) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var array = ids.toArray(UUID[]::new);
        var settled = jdbc.sql("""
                update outbox.message m set
                    state = case when hit.delivered then 'DELIVERED' else 'FAILED' end, error = hit.code,
                    sent_at = coalesce(m.sent_at, :now), settled_at = :now
                from (select distinct on (m.id) m.id, r.delivered, r.code
                      from outbox.report r join outbox.message m on %s
                      where not r.applied and %s
                      order by m.id, r.delivered desc) as hit
                where m.id = hit.id and m.state in ('SENT', 'UNKNOWN')
                returning m.id, m.idempotency_key, m.channel, m.subject_kind, m.subject_id, m.state, m.error, m.attempts
                """.formatted(MATCH, which))
                .param("ids", array)
                .param("now", businessNow.atOffset(ZoneOffset.UTC))
                .query((row, _) -> settled(row)).list();
        jdbc.sql("""
                update outbox.report r set applied = true from outbox.message m
                where not r.applied and %s and %s and m.state <> 'PENDING'
                """.formatted(MATCH, which)).param("ids", array).update();
        return settled;
    }
}
