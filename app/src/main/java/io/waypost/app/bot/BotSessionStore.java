package io.waypost.app.bot;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.bot.BotSession.EndKind;
import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Entry;
import io.waypost.app.kernel.Ids;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.dialogue.DialogueState;
import io.waypost.core.dialogue.End.Reason;
import io.waypost.core.dialogue.Intent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of sessions. */
@Repository
class BotSessionStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BotSessionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The customer wrote: into the session that is open, or into a new one. */
    void asked(Conversation conversation, Entry entry) {
        jdbc.sql("""
                insert into bot.session (id, conversation_id, customer_id, channel, unit_path, opened_at, first_seq, asked_seq,
                    asked_at, answered_seq, state)
                values (:id, :conversation, :customer, :channel, :unitPath, :at, :seq, :seq, :at, :before, cast(:state as jsonb))
                on conflict (conversation_id) where ended_at is null do update set asked_seq = :seq, asked_at = :at
                """).param("id", Ids.next(entry.at())).param("conversation", conversation.id())
                .param("customer", conversation.customer()).param("channel", conversation.channel().name())
                .param("unitPath", conversation.unitPath()).param("at", utc(entry.at())).param("seq", entry.seq())
                .param("before", entry.seq() - 1).param("state", json.writeValueAsString(DialogueState.NEW)).update();
    }

    /** Whether a session of the conversation is open. */
    boolean open(UUID conversation) {
        return jdbc.sql("select exists (select 1 from bot.session where conversation_id = :id and ended_at is null)")
                .param("id", conversation).query(Boolean.class).single();
    }

    /** The open session of a conversation, locked. */
    Optional<BotSession> lockOpen(UUID conversation) {
        return jdbc.sql("select * from bot.session where conversation_id = :id and ended_at is null for update")
                .param("id", conversation).query((row, _) -> session(row)).optional();
    }

    /** Conversations in which the customer has waited for the bot since before that instant, the longest first. */
    List<UUID> waiting(Instant before) {
        return jdbc.sql("""
                select conversation_id from bot.session where ended_at is null and asked_seq > answered_seq and asked_at <= :before
                order by asked_at limit 100
                """).param("before", utc(before)).query((row, _) -> id(row, "conversation_id")).list();
    }

    /** Ends the sessions of customers who have said nothing more since then. */
    int endQuiet(Instant since, Instant now) {
        return jdbc.sql("""
                update bot.session set ended_at = :now, end_kind = 'QUIET',
                    state = state || '{"detail": null, "question": null, "choices": []}'
                where ended_at is null and asked_seq <= answered_seq and asked_at < :since
                """).param("now", utc(now)).param("since", utc(since)).update();
    }

    void answered(BotSession session) {
        jdbc.sql("""
                update bot.session set answered_seq = :answered, state = cast(:state as jsonb), intent = :intent, helped = :helped,
                    ended_at = :endedAt, end_kind = :end, reason = :reason where id = :id
                """).param("answered", session.answeredSeq()).param("state", json.writeValueAsString(session.state()))
                .param("intent", session.intent() == null ? null : session.intent().name())
                .param("helped", session.state().helped()).param("endedAt", utc(session.endedAt()))
                .param("end", session.end() == null ? null : session.end().name())
                .param("reason", session.reason() == null ? null : session.reason().name()).param("id", session.id())
                .update();
    }

    Optional<BotSessionRow> find(UUID id) {
        return jdbc.sql("select * from bot.session where id = :id").param("id", id).query((row, _) -> listed(row))
                .optional();
    }

    /** The newest sessions within the actor's reach, before that one. */
    List<BotSessionRow> newest(@Nullable EndKind end, @Nullable Instant beforeAt, @Nullable UUID before, int most) {
        return jdbc.sql("""
                select * from bot.session where (cast(:end as text) is null or end_kind = :end)
                    and (cast(:beforeAt as timestamptz) is null or (opened_at, id) < (:beforeAt, :before))
                order by opened_at desc, id desc limit :most
                """).param("end", end == null ? null : end.name()).param("beforeAt", utc(beforeAt))
                .param("before", before).param("most", most).query((row, _) -> listed(row)).list();
    }

    /** The bot opened that case for them. */
    void opened(UUID session, UUID ticket) {
        jdbc.sql(
                "insert into bot.opened_case (ticket_id, session_id) values (:ticket, :session) on conflict do nothing")
                .param("ticket", ticket).param("session", session).update();
    }

    /** The cases that the bot opened in that session. */
    List<UUID> opened(UUID session) {
        return jdbc.sql("select ticket_id from bot.opened_case where session_id = :session").param("session", session)
                .query((row, _) -> id(row, "ticket_id")).list();
    }

    /** The conversations in which that case was opened. */
    List<UUID> conversationsOf(UUID ticket) {
        return jdbc.sql("""
                select distinct s.conversation_id from bot.opened_case c join bot.session s on s.id = c.session_id
                where c.ticket_id = :ticket
                """).param("ticket", ticket).query((row, _) -> id(row, "conversation_id")).list();
    }

    private BotSession session(ResultSet row) throws SQLException {
        return new BotSession(id(row, "id"), id(row, "conversation_id"), id(row, "customer_id"), channel(row),
                text(row, "unit_path"), time(row, "opened_at"), row.getLong("first_seq"), row.getLong("asked_seq"),
                time(row, "asked_at"), row.getLong("answered_seq"),
                json.readValue(text(row, "state"), DialogueState.class),
                name(row, "intent", Intent.class), timeOrNull(row, "ended_at"), name(row, "end_kind", EndKind.class),
                name(row, "reason", Reason.class));
    }

    private static BotSessionRow listed(ResultSet row) throws SQLException {
        return new BotSessionRow(id(row, "id"), id(row, "conversation_id"), channel(row), text(row, "unit_path"),
                time(row, "opened_at"), row.getLong("first_seq"), row.getLong("answered_seq"),
                name(row, "intent", Intent.class), row.getBoolean("helped"), timeOrNull(row, "ended_at"),
                name(row, "end_kind", EndKind.class), name(row, "reason", Reason.class));
    }

    private static ContactChannel channel(ResultSet row) throws SQLException {
        return ContactChannel.valueOf(text(row, "channel"));
    }

    private static <E extends Enum<E>> @Nullable E name(ResultSet row, String column, Class<E> type)
            throws SQLException {
        var name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** Those of units that moved in the tree go with them. */
    void move(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update bot.session set unit_path = :new || substr(unit_path, length(:old) + 1) where starts_with(unit_path, :old)
                """).param("new", newPrefix).param("old", oldPrefix).update();
    }
}
