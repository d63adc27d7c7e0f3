package io.waypost.app.notice;

import io.waypost.app.kernel.Masked;
import io.waypost.app.kernel.PersonalData;
import io.waypost.app.notice.SmsGateway.Sms;
import io.waypost.core.notice.SmsLength;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the outbox. A message's way through its states is decided in {@link Outbox}. */
@Repository
class OutboxStore {

    private static final String PURPOSE = "notice.outbox.recipient";

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    OutboxStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** Where a message stands. */
    enum State {
        PENDING,
        SENDING,
        SENT,
        UNKNOWN,
        REJECTED
    }

    /** A message that this node has claimed. */
    record Claimed(Sms sms, int attempts) {}

    /** A message, as the API shows it. */
    record Shown(
            UUID id,
            String channel,
            String to,
            String text,
            int segments,
            State state,
            int attempts,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable String error) {}

    /** Adds a message; the same key a second time adds nothing. */
    boolean add(UUID id, String key, String to, String text, Instant createdAt, Instant dueAt) {
        return jdbc.sql("""
                insert into notice.outbox (id, idempotency_key, channel, recipient, recipient_shown, text, segments, state, created_at,
                                           due_at)
                values (:id, :key, 'SMS', :to, :shown, :text, :segments, 'PENDING', :createdAt, :dueAt)
                on conflict (idempotency_key) do nothing
                """)
                .param("id", id)
                .param("key", key)
                .param("to", personalData.seal(PURPOSE, to))
                .param("shown", Masked.phone(to))
                .param("text", text)
                .param("segments", SmsLength.segments(text))
                .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
                .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
                .update() == 1;
    }

    /** Takes messages whose time has come; nobody else takes them while the lease lasts, nor ever again by itself afterwards. */
    List<Claimed> claim(Instant now, Instant leaseUntil, int most) {
        return jdbc.sql("""
                update notice.outbox o set state = 'SENDING', lease_until = :lease, attempts = attempts + 1
                from (select id from notice.outbox where state = 'PENDING' and due_at <= :now
                      order by due_at, id limit :most for update skip locked) as due
                where o.id = due.id
                returning o.id, o.recipient, o.text, o.attempts
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lease", leaseUntil.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> claimed(row))
                .list();
    }

    Optional<Instant> nextDue() {
        return jdbc.sql("select due_at from notice.outbox where state = 'PENDING' order by due_at limit 1")
                .query((row, _) -> Objects.requireNonNull(NoticeStore.instant(row, "due_at"))).optional();
    }

    /** A claimed message left, or never will, or nobody knows. Says nothing of one that this node has lost in the meantime. */
    void finish(UUID id, State state, @Nullable String providerId, @Nullable Instant sentAt, @Nullable String error) {
        jdbc.sql("""
                update notice.outbox set state = :state, lease_until = null, provider_id = :provider, sent_at = :sentAt, error = :error
                where id = :id and state = 'SENDING'
                """)
                .param("id", id)
                .param("state", state.name())
                .param("provider", providerId)
                .param("sentAt", sentAt == null ? null : sentAt.atOffset(ZoneOffset.UTC))
                .param("error", error)
                .update();
    }

    void tryAgain(UUID id, Instant dueAt, String error) {
        jdbc.sql("""
                update notice.outbox set state = 'PENDING', lease_until = null, due_at = :dueAt, error = :error
                where id = :id and state = 'SENDING'
                """).param("id", id).param("dueAt", dueAt.atOffset(ZoneOffset.UTC)).param("error", error).update();
    }

    /** A node died, or hung, with these in its hands: they may have left. */
    int giveUpLeases(Instant now) {
        return jdbc.sql("""
                update notice.outbox set state = 'UNKNOWN', lease_until = null, error = 'LEASE_EXPIRED'
                where state = 'SENDING' and lease_until < :now
                """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    List<Shown> list(@Nullable State state, int most) {
        return jdbc.sql("""
                select id, channel, recipient_shown, text, segments, state, attempts, created_at, sent_at, error from notice.outbox
                where cast(:state as text) is null or state = :state
                order by created_at desc, id desc limit :most
                """)
                .param("state", state == null ? null : state.name())
                .param("most", most)
                .query((row, _) -> shown(row))
                .list();
    }

    private Claimed claimed(ResultSet row) throws SQLException {
        var to = Objects.requireNonNull(personalData.open(PURPOSE, row.getBytes("recipient")));
        return new Claimed(new Sms(row.getObject("id", UUID.class), to, row.getString("text")), row.getInt("attempts"));
    }

    private static Shown shown(ResultSet row) throws SQLException {
        return new Shown(row.getObject("id", UUID.class), row.getString("channel"), row.getString("recipient_shown"),
                row.getString("text"), row.getInt("segments"), State.valueOf(row.getString("state")),
                row.getInt("attempts"), Objects.requireNonNull(NoticeStore.instant(row, "created_at")),
                NoticeStore.instant(row, "sent_at"), row.getString("error"));
    }
}
