package io.waypost.app.outbox;

import io.waypost.app.kernel.Columns;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.outbox.MessageState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of messages as they are written and as they are looked at. */
@Repository
class MessageStore {

    private final JdbcClient jdbc;
    private final Envelope envelope;

    MessageStore(JdbcClient jdbc, Envelope envelope) {
        this.jdbc = jdbc;
        this.envelope = envelope;
    }

    /** A message on its way into the table; {@code dueAt} and {@code expiresAt} are real time. */
    record Written(UUID id, OutgoingMessage message, String queue, int segments, Instant createdAt, Instant dueAt,
            @Nullable Instant expiresAt) {}

    /** A message, as the API shows it. */
    record Shown(
            UUID id,
            Channel channel,
            MessageClass kind,
            String to,
            @Nullable String title,
            String text,
            int segments,
            MessageState state,
            int attempts,
            @Nullable String provider,
            Instant createdAt,
            Instant dueAt,
            @Nullable Instant sentAt,
            @Nullable String subjectKind,
            @Nullable String subjectId,
            @Nullable String error) {}

    /** Adds messages; what is there under the same key adds nothing. */
    int add(List<Written> rows) {
        return jdbc.sql("""
                insert into outbox.message (id, idempotency_key, channel, class, queue, recipient, recipient_shown, recipient_index,
                                            body, template, subject_kind, subject_id, zone, reason, segments, state, created_at,
                                            due_at, expires_at)
                select id, key, channel, class, queue, recipient, shown, index, body, template, subject_kind, subject_id, zone,
                       reason, segments, 'PENDING', outbox.instant(created), outbox.instant(due), outbox.instant(expires)
                from unnest(:ids::uuid[], :keys::text[], :channels::text[], :classes::text[], :queues::text[], :recipients::bytea[], :shown::text[],
                            :indexes::bytea[], :bodies::bytea[], :templates::text[], :subjectKinds::text[], :subjectIds::text[],
                            :zones::text[], :reasons::text[], :segments::int4[], :created::int8[], :due::int8[], :expires::int8[])
                     as r (id, key, channel, class, queue, recipient, shown, index, body, template, subject_kind, subject_id, zone,
                           reason, segments, created, due, expires)
                on conflict (idempotency_key) do nothing
                """)
                .param("ids", Columns.ids(rows, Written::id))
                .param("keys", Columns.texts(rows, row -> row.message().key()))
                .param("channels", Columns.texts(rows, row -> row.message().channel().name()))
                .param("classes", Columns.texts(rows, row -> row.message().kind().name()))
                .param("queues", Columns.texts(rows, Written::queue))
                .param("recipients", Columns.bytes(rows, row -> envelope.sealRecipient(row.message())))
                .param("shown",
                        Columns.texts(rows, row -> Recipients.shown(row.message().channel(), row.message().to())))
                .param("indexes", Columns.bytes(rows, row -> envelope.index(row.message())))
                .param("bodies", Columns.bytes(rows, row -> envelope.sealBody(row.message().body())))
                .param("templates", Columns.texts(rows, row -> row.message().template()))
                .param("subjectKinds", Columns.texts(rows, row -> subject(row.message(), true)))
                .param("subjectIds", Columns.texts(rows, row -> subject(row.message(), false)))
                .param("zones", Columns.texts(rows, row -> zone(row.message())))
                .param("reasons", Columns.texts(rows, row -> row.message().reason()))
                .param("segments", Columns.ints(rows, Written::segments))
                .param("created", Columns.instants(rows, Written::createdAt))
                .param("due", Columns.instants(rows, Written::dueAt))
                .param("expires", Columns.instants(rows, Written::expiresAt))
                .update();
    }

    /** Puts a call to a partner in line again, from the beginning. */
    boolean replay(UUID id, Instant dueAt) {
        return jdbc.sql("""
                update outbox.message set state = 'PENDING', attempts = 0, due_at = :due, expires_at = null, settled_at = null,
                                          error = 'REPLAYED'
                where id = :id and channel = 'WEBHOOK' and state not in ('PENDING', 'SENDING')
                """).param("id", id).param("due", dueAt.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    List<Shown> list(@Nullable MessageState state, int most) {
        return jdbc.sql("""
                select id, channel, class, recipient_shown, body, segments, state, attempts, provider, created_at, due_at, sent_at,
                       subject_kind, subject_id, error
                from outbox.message
                where cast(:state as text) is null or state = :state
                order by created_at desc, id desc limit :most
                """)
                .param("state", state == null ? null : state.name())
                .param("most", most)
                .query((row, _) -> shown(row))
                .list();
    }

    private Shown shown(ResultSet row) throws SQLException {
        var body = envelope.openBody(row.getBytes("body"));
        return new Shown(row.getObject("id", UUID.class), Channel.valueOf(row.getString("channel")),
                MessageClass.valueOf(row.getString("class")), row.getString("recipient_shown"), body.title(),
                body.text(),
                row.getInt("segments"), MessageState.valueOf(row.getString("state")), row.getInt("attempts"),
                row.getString("provider"), Objects.requireNonNull(instant(row, "created_at")),
                Objects.requireNonNull(instant(row, "due_at")), instant(row, "sent_at"), row.getString("subject_kind"),
                row.getString("subject_id"), row.getString("error"));
    }

    private static @Nullable String subject(OutgoingMessage message, boolean kind) {
        var subject = message.subject();
        return subject == null ? null : kind ? subject.kind() : subject.id();
    }

    private static @Nullable String zone(OutgoingMessage message) {
        return message.zone() == null ? null : message.zone().getId();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
