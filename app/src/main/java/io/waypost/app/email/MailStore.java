package io.waypost.app.email;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Columns;
import io.waypost.app.kernel.PersonalData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of mails that came and of what left as a mail. */
@Repository
class MailStore {

    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final PersonalData personal;

    MailStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** A mail as it is kept beside its entries. */
    record KeptMail(String messageId, String references, String subject, String from, String to, @Nullable Instant at,
            String html, List<String> files, int remoteImages) {

        KeptMail {
            files = List.copyOf(files);
        }

        @Override
        public String toString() {
            return "KeptMail[%d files]".formatted(files.size());
        }
    }

    /** Why something leaves: a person wrote it, a machine answers, we ask what they thought, or we tell what became of their case. */
    enum SentKind {
        PERSON(false),
        ANSWER(true),
        QUESTION(true),
        /** Follows steps of people, never a mail: no loop can come of it. */
        NEWS(false);

        private final boolean counted;

        SentKind(boolean counted) {
            this.counted = counted;
        }

        /** Whether a machine may write so only so often. */
        boolean counted() {
            return counted;
        }
    }

    void add(UUID conversation, List<Long> seqs, String account, String sender, KeptMail mail) {
        jdbc.sql("""
                insert into email.mail (conversation_id, seq, last_seq, account, sender, message_id, refs, subject,
                    from_label, to_label, sent_at, html, files, remote_images)
                values (:conversation, :seq, :last, :account, :sender, :messageId, :refs, :subject, :from, :to, :at, :html,
                    cast(:files as text[]), :remoteImages)
                on conflict do nothing
                """).param("conversation", conversation).param("seq", seqs.getFirst()).param("last", seqs.getLast())
                .param("account", account).param("sender", index(sender)).param("messageId", mail.messageId())
                .param("refs", mail.references()).param("subject", mail.subject()).param("from", mail.from())
                .param("to", mail.to()).param("at", utc(mail.at())).param("html", mail.html())
                .param("files", Columns.texts(mail.files(), name -> name)).param("remoteImages", mail.remoteImages())
                .update();
    }

    /** The mail that became that entry. */
    Optional<KeptMail> find(UUID conversation, long seq) {
        return jdbc.sql("""
                select * from email.mail where conversation_id = :conversation and seq <= :seq and last_seq >= :seq
                order by seq desc limit 1
                """).param("conversation", conversation).param("seq", seq).query((row, _) -> mail(row)).optional();
    }

    /** The last one of a conversation. */
    Optional<KeptMail> last(UUID conversation) {
        return jdbc.sql("select * from email.mail where conversation_id = :conversation order by seq desc limit 1")
                .param("conversation", conversation).query((row, _) -> mail(row)).optional();
    }

    /** What the last mail of that sender to that mailbox was about. */
    Optional<String> lastSubject(String account, String sender) {
        return jdbc.sql("""
                select subject from email.mail where account = :account and sender = :sender
                order by conversation_id desc, seq desc limit 1
                """).param("account", account).param("sender", index(sender)).query(String.class).optional();
    }

    /**
     * Writes down that an entry leaves.
     *
     * @return false where a machine has written too often: an answer a day to each, and no more than three mails of machines in a row
     */
    boolean leaves(UUID conversation, long seq, String recipient, SentKind kind, Instant now) {
        if (kind.counted() && tooOften(conversation, seq, recipient, kind, now)) {
            return false;
        }
        jdbc.sql("""
                insert into email.sent (conversation_id, seq, recipient, kind, at)
                values (:conversation, :seq, :recipient, :kind, :now) on conflict do nothing
                """).param("conversation", conversation).param("seq", seq).param("recipient", index(recipient))
                .param("kind", kind.name()).param("now", utc(now)).update();
        return true;
    }

    private boolean tooOften(UUID conversation, long seq, String recipient, SentKind kind, Instant now) {
        // Two entries that leave at once are counted one after the other.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(:recipient, 'hex'), 5))")
                .param("recipient", index(recipient)).query((_, _) -> true).list();
        return jdbc.sql("""
                select (:answer and exists (select 1 from email.sent where recipient = :recipient and kind = 'ANSWER'
                        and at > :dayAgo and (conversation_id, seq) <> (:conversation, :seq)))
                    or (select count(*) from email.sent s where s.conversation_id = :conversation and s.kind in ('ANSWER', 'QUESTION')
                        and s.seq < :seq and s.seq > coalesce((select max(p.seq) from email.sent p
                            where p.conversation_id = :conversation and p.kind = 'PERSON'), 0)) >= 3
                """).param("answer", kind == SentKind.ANSWER).param("recipient", index(recipient))
                .param("dayAgo", utc(now.minus(DAY))).param("conversation", conversation).param("seq", seq)
                .query(Boolean.class).single();
    }

    private byte[] index(String address) {
        return personal.textIndex("email.address", address);
    }

    private static KeptMail mail(ResultSet row) throws SQLException {
        return new KeptMail(text(row, "message_id"), text(row, "refs"), text(row, "subject"), text(row, "from_label"),
                text(row, "to_label"), timeOrNull(row, "sent_at"), text(row, "html"),
                List.of((String[]) row.getArray("files").getArray()), row.getInt("remote_images"));
    }
}
