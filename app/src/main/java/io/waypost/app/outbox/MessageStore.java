package io.waypost.app.outbox;

import io.waypost.app.kernel.Columns;
import io.waypost.app.outbox.OutboxController.After;
import io.waypost.app.outbox.ReportStore.Settled;
import io.waypost.core.outbox.Channel;
import io.waypost.core.outbox.MessageClass;
import io.waypost.core.outbox.MessageState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
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
                with added as (
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
                returning id, channel, queue, due_at)
                insert into outbox.waiting (message_id, channel, queue, due_at, attempts)
                select id, channel, queue, due_at, 0 from added
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
                with again as (
                    update outbox.message set state = 'PENDING', attempts = 0, due_at = :due, expires_at = null, settled_at = null,
                                              error = 'REPLAYED'
                    where id = :id and channel = 'WEBHOOK' and state <> 'PENDING'
                    returning id, channel, queue, due_at)
                insert into outbox.waiting (message_id, channel, queue, due_at, attempts)
                select id, channel, queue, due_at, 0 from again
                """).param("id", id).param("due", dueAt.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    /** Which messages to show; null for all. */
    record Filter(@Nullable Channel channel, @Nullable MessageState state, @Nullable MessageClass kind,
            @Nullable String subjectKind, @Nullable String subjectId) {

        static final Filter ALL = new Filter(null, null, null, null, null);
    }

    /** One try, as the API shows it. */
    record Attempt(int number, Instant at, @Nullable String provider, MessageState result, @Nullable String code) {}

    List<Shown> list(Filter filter, @Nullable After after, int most) {
        return jdbc.sql("""
                select m.id, m.channel, m.class, m.recipient_shown, m.body, m.segments,
                       case when w.lease_until is not null then 'SENDING' else m.state end as state, coalesce(w.attempts, m.attempts) as attempts,
                       m.provider, m.created_at, m.due_at, m.sent_at, m.subject_kind, m.subject_id, m.error
                from outbox.message m left join outbox.waiting w on w.message_id = m.id and m.state = 'PENDING'
                where %s
                  and (cast(:channel as text) is null or m.channel = :channel)
                  and (cast(:class as text) is null or m.class = :class)
                  and (cast(:subjectKind as text) is null or m.subject_kind = :subjectKind)
                  and (cast(:subjectId as text) is null or m.subject_id = :subjectId)
                  and (cast(:at as timestamptz) is null or (m.created_at, m.id) < (:at, cast(:id as uuid)))
                order by m.created_at desc, m.id desc limit :most
                """.formatted(filter.state() == null ? "true" : in(filter.state())))
                .param("channel", filter.channel() == null ? null : filter.channel().name())
                .param("class", filter.kind() == null ? null : filter.kind().name())
                .param("subjectKind", filter.subjectKind())
                .param("subjectId", filter.subjectId())
                .param("at", after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .param("id", after == null ? null : after.id())
                .param("most", most)
                .query((row, _) -> shown(row))
                .list();
    }

    List<Attempt> attempts(UUID message) {
        return jdbc.sql("""
                select attempt, at, provider, result, code from outbox.attempt where message_id = :id
                order by at desc, attempt desc limit 100
                """).param("id", message)
                .query((row, _) -> new Attempt(row.getInt("attempt"), Objects.requireNonNull(instant(row, "at")),
                        row.getString("provider"), MessageState.valueOf(row.getString("result")),
                        row.getString("code")))
                .list();
    }

    /** How many messages are in that state; counted up to 100,000. */
    long count(MessageState state) {
        return jdbc.sql("""
                select count(*) from (select 1 from outbox.message m left join outbox.waiting w on w.message_id = m.id and m.state = 'PENDING'
                                      where %s limit 100000) as counted
                """.formatted(in(state))).query((row, _) -> row.getLong(1)).single();
    }

    /** Which messages are in that state; written out, so that PostgreSQL knows what of an index it may use. */
    private static String in(MessageState state) {
        return switch (state) {
            case PENDING -> "w.message_id is not null and w.lease_until is null";
            case SENDING -> "w.lease_until is not null";
            default -> "m.state = '%s'".formatted(state.name());
        };
    }

    /** Puts messages in line again that a person wants sent again, whatever the doubt; gives back which. */
    List<Settled> resend(List<UUID> ids, Instant dueAt) {
        var again = change("""
                state = 'PENDING', attempts = 0, refusals = 0, provider = null, provider_id = null, due_at = :at, expires_at = null,
                settled_at = null, error = null
                """, Arrays.stream(MessageState.values()).filter(MessageState::maySendAgain).toList(), ids, dueAt);
        jdbc.sql("""
                insert into outbox.waiting (message_id, channel, queue, due_at, attempts)
                select id, channel, queue, due_at, 0 from outbox.message where id = any (:ids)
                """).param("ids", again.stream().map(Settled::id).toArray(UUID[]::new)).update();
        return again;
    }

    /** Gives up messages whose fate is unknown; gives back which. */
    List<Settled> giveUp(List<UUID> ids, Instant businessNow) {
        return change("state = 'FAILED', settled_at = :at, error = 'GIVEN_UP'", List.of(MessageState.UNKNOWN), ids,
                businessNow);
    }

    private List<Settled> change(String set, List<MessageState> from, List<UUID> ids, Instant at) {
        return jdbc.sql("""
                update outbox.message set %s where id = any (:ids) and state = any (:states)
                returning id, idempotency_key, channel, subject_kind, subject_id, state, error, attempts
                """.formatted(set))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ids", ids.toArray(UUID[]::new))
                .param("states", from.stream().map(Enum::name).toArray(String[]::new))
                .query((row, _) -> ReportStore.settled(row))
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
