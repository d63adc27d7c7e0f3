package io.waypost.app.knowledge;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.idOrNull;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Scope;
import io.waypost.core.knowledge.OpenQuestion.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of questions that were not answered well, and of their groups. */
@Repository
class QuestionStore {

    private final JdbcClient jdbc;

    QuestionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where questions stand; the names are part of the API. */
    enum GroupState {
        OPEN,
        /** An article answers them, or will once it is in force. */
        ANSWERED,
        /** Nothing for the knowledge base. */
        LEFT_OUT
    }

    /** A question that is not in a group yet. */
    record Loose(UUID id, Instant at, String text) {}

    /** What questions mean the same. */
    record Group(UUID id, String question) {}

    /**
     * Those of a group that stand so, as far as the actor reaches them.
     *
     * @param question the newest of them
     * @param said those before it in their own words
     */
    record CountedQuestions(UUID id, String question, GroupState state, Instant lastAt, @Nullable UUID article,
            String reason,
            @Nullable String by, @Nullable Instant endedAt, long count, long noAnswer,
            long notHelpful, List<String> said) {}

    void add(UUID question, Instant at, String unitPath, String text, Reason reason, @Nullable UUID conversation,
            @Nullable UUID article) {
        jdbc.sql("""
                insert into knowledge.question (id, at, unit_path, text, reason, conversation, article_id)
                values (:id, :at, :path, :text, :reason, :conversation, (select id from knowledge.article where id = :article))
                on conflict do nothing
                """).param("id", question).param("at", utc(at)).param("path", unitPath).param("text", text)
                .param("reason", reason.name()).param("conversation", conversation).param("article", article)
                .update();
    }

    boolean anyLoose() {
        return jdbc.sql("select exists (select 1 from knowledge.question where group_id is null)").query(Boolean.class)
                .single();
    }

    /** One node at a time puts questions into groups and takes groups away, until the end of its transaction. */
    boolean alone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('knowledge.question_group'))")
                .query(Boolean.class).single();
    }

    /** Some that are in no group, the oldest first. */
    List<Loose> loose(int most) {
        return jdbc.sql("select id, at, text from knowledge.question where group_id is null order by at limit :most")
                .param("most", most)
                .query((row, _) -> new Loose(id(row, "id"), time(row, "at"), text(row, "text"))).list();
    }

    /** Whether they are all still in no group: another node may have been faster. */
    boolean stillLoose(List<Loose> questions) {
        return jdbc.sql("select count(*) from knowledge.question where group_id is null and id in (:ids)")
                .param("ids", questions.stream().map(Loose::id).toList()).query(Integer.class)
                .single() == questions.size();
    }

    /** The groups that grew last. */
    List<Group> groups(int most) {
        return jdbc.sql("select id, question from knowledge.question_group order by last_at desc, id limit :most")
                .param("most", most).query((row, _) -> new Group(id(row, "id"), text(row, "question"))).list();
    }

    void addGroup(UUID group, String question, Instant at) {
        jdbc.sql("""
                insert into knowledge.question_group (id, question, made_at, last_at) values (:id, :question, :at, :at)
                """).param("id", group).param("question", question).param("at", utc(at)).update();
    }

    /**
     * Puts a question beside its like. Where the like of it was left out for its part of the network, or waits there for a version that is
     * not in force yet, it is counted with them and asks nobody again.
     */
    void put(UUID question, UUID group, Instant at) {
        jdbc.sql("update knowledge.question set group_id = :group where id = :id").param("group", group)
                .param("id", question).update();
        jdbc.sql("""
                update knowledge.question q
                set state = d.state, answered_by = d.answered_by, answered_in = d.answered_in, why = d.why, by_name = d.by_name,
                    ended_within = d.ended_within, ended_at = d.ended_at
                from (
                    select e.* from knowledge.question e join knowledge.question o on o.id = :id
                    where e.group_id = :group and e.state <> 'OPEN' and starts_with(o.unit_path, e.ended_within)
                    order by e.ended_at desc limit 1) d
                where q.id = :id and (d.state = 'LEFT_OUT' or exists (
                    select 1 from knowledge.version v
                    where v.article_id = d.answered_by and v.version = d.answered_in
                      and (v.state in ('DRAFT', 'SUBMITTED') or (v.state = 'APPROVED' and not v.begun))))
                """).param("group", group).param("id", question).update();
        jdbc.sql("update knowledge.question_group set last_at = greatest(last_at, :at) where id = :group")
                .param("at", utc(at)).param("group", group).update();
    }

    /** Opens those again that waited for a version which came to nothing. */
    void reopen(UUID article, int version) {
        jdbc.sql("""
                update knowledge.question
                set state = 'OPEN', answered_by = null, answered_in = null, by_name = null, ended_within = null, ended_at = null
                where answered_by = :article and answered_in = :version and state = 'ANSWERED'
                """).param("article", article).param("version", version).update();
    }

    /** Opens all those again that wait for a version which came to nothing. */
    void reopenDropped() {
        jdbc.sql("""
                update knowledge.question q
                set state = 'OPEN', answered_by = null, answered_in = null, by_name = null, ended_within = null, ended_at = null
                from knowledge.version v
                where q.state = 'ANSWERED' and v.article_id = q.answered_by and v.version = q.answered_in and v.state = 'DROPPED'
                """).update();
    }

    private static final String COUNTED = """
            select q.group_id, q.state, max(q.at) as last_at,
                (array_agg(q.answered_by order by q.ended_at desc nulls last))[1] as answered_by,
                (array_agg(q.why order by q.ended_at desc nulls last))[1] as why,
                (array_agg(q.by_name order by q.ended_at desc nulls last))[1] as by_name,
                max(q.ended_at) as ended_at, count(*) as asked,
                count(*) filter (where q.reason = 'NO_ANSWER') as no_answer,
                count(*) filter (where q.reason = 'NOT_HELPFUL') as not_helpful,
                (array_agg(q.text order by q.at desc, q.id))[1\\:20] as said
            from knowledge.question q where q.group_id is not null and q.state = :state
            """;

    /** Those within reach that stand so, by what they mean; those asked most first. */
    List<CountedQuestions> list(GroupState state, int skip, int most) {
        return jdbc.sql(COUNTED + """
                group by q.group_id, q.state order by count(*) desc, max(q.at) desc, q.group_id offset :skip limit :most
                """).param("state", state.name()).param("skip", skip).param("most", most)
                .query((row, _) -> counted(row)).list();
    }

    /** Those of a group within reach that stand so. */
    Optional<CountedQuestions> find(UUID group, GroupState state) {
        return jdbc.sql(COUNTED + "and q.group_id = :id group by q.group_id, q.state").param("id", group)
                .param("state", state.name()).query((row, _) -> counted(row)).optional();
    }

    long count(GroupState state) {
        return jdbc.sql(
                "select count(distinct group_id) from knowledge.question where group_id is not null and state = :state")
                .param("state", state.name()).query(Long.class).single();
    }

    /**
     * How questions end.
     *
     * @param article the version that answers them or will; null where they are left out
     * @param within for which part of the network that was said
     */
    record Ending(GroupState state, @Nullable KeptVersion article, String why, String by, Scope within, Instant at) {}

    /** Ends those of a group that are open and within reach; how many. */
    int end(UUID group, Ending ending) {
        var article = ending.article();
        return jdbc.sql("""
                update knowledge.question
                set state = :state, answered_by = :article, answered_in = :version, why = :why, by_name = :by,
                    ended_within = :within, ended_at = :at
                where group_id = :id and state = 'OPEN'
                """).param("state", ending.state().name()).param("article", article == null ? null : article.article())
                .param("version", article == null ? null : article.version()).param("why", ending.why())
                .param("by", ending.by()).param("within", ending.within().path()).param("at", utc(ending.at()))
                .param("id", group).update();
    }

    boolean anyEnded(Instant before) {
        return jdbc.sql("select exists (select 1 from knowledge.question where ended_at < :before)")
                .param("before", utc(before)).query(Boolean.class).single();
    }

    /** Deletes some that ended before, and groups that are empty then; how many questions. Held {@link #alone}. */
    int forget(Instant before, int most) {
        int gone = jdbc.sql("""
                delete from knowledge.question where id in (
                    select id from knowledge.question where ended_at < :before order by ended_at limit :most)
                """).param("before", utc(before)).param("most", most).update();
        jdbc.sql("""
                delete from knowledge.question_group g
                where not exists (select 1 from knowledge.question q where q.group_id = g.id)
                """).update();
        return gone;
    }

    private static CountedQuestions counted(ResultSet row) throws SQLException {
        var said = Arrays.stream((String[]) row.getArray("said").getArray()).distinct().toList();
        return new CountedQuestions(id(row, "group_id"), said.getFirst(), GroupState.valueOf(text(row, "state")),
                time(row, "last_at"), idOrNull(row, "answered_by"), text(row, "why"), row.getString("by_name"),
                timeOrNull(row, "ended_at"), row.getLong("asked"), row.getLong("no_answer"),
                row.getLong("not_helpful"), said.stream().skip(1).limit(5).toList());
    }
}
