package io.waypost.app.feedback;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.PersonalData;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of answers to feedback. */
@Repository
class FeedbackStore {

    private static final String TEXT = "feedback.reply.text";

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final Clock wall;

    FeedbackStore(JdbcClient jdbc, PersonalData personal, @Qualifier("wallClock") Clock wall) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.wall = wall;
    }

    /** An answer as the source fetches it. */
    record FeedbackReply(long number, String feedback, String text, String agent, Instant at) {

        @Override
        public String toString() {
            return "FeedbackReply[%d]".formatted(number);
        }
    }

    void newest(UUID conversation, String thread) {
        jdbc.sql("""
                insert into feedback.thread (conversation_id, thread) values (:conversation, :thread)
                on conflict (conversation_id) do update set thread = excluded.thread
                """).param("conversation", conversation).param("thread", thread).update();
    }

    void add(String account, String extId, UUID conversation, String text, String agent) {
        jdbc.sql("""
                insert into feedback.reply (account, ext_id, thread, text, agent, at)
                select :account, :extId, thread, :text, :agent, :at from feedback.thread where conversation_id = :conversation
                on conflict (ext_id) do nothing
                """).param("account", account).param("extId", extId).param("conversation", conversation)
                .param("text", personal.seal(TEXT, text)).param("agent", agent).param("at", utc(wall.instant()))
                .update();
    }

    List<FeedbackReply> after(String account, long number, int most) {
        return jdbc.sql("""
                select * from feedback.reply where account = :account and number > :number order by number limit :most
                """).param("account", account).param("number", number).param("most", most)
                .query((row, _) -> new FeedbackReply(row.getLong("number"), text(row, "thread"),
                        Objects.requireNonNull(personal.open(TEXT, row.getBytes("text"))), text(row, "agent"),
                        time(row, "at")))
                .list();
    }

    /** What the source has: all up to that number. */
    List<String> upTo(String account, long number, int most) {
        return jdbc.sql("""
                select ext_id from feedback.reply where account = :account and number <= :number order by number desc limit :most
                """).param("account", account).param("number", number).param("most", most)
                .query((row, _) -> text(row, "ext_id")).list();
    }
}
