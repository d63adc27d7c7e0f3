package io.waypost.app.knowledge;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Rows;
import io.waypost.app.search.Words;
import io.waypost.core.knowledge.ArticleLife.End;
import io.waypost.core.knowledge.ArticleLife.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of articles and their versions. */
@Repository
@DependsOnDatabaseInitialization
class ArticleStore {

    private static final String ARTICLE = "select id, number, unit_code, unit_path from knowledge.article ";
    private static final String VERSION = "select v.* from knowledge.version v ";
    private static final String ONE = "where v.article_id = :article and v.version = :version";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ArticleStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The codes of those that were brought along before. */
    Set<String> codes() {
        return Set.copyOf(
                jdbc.sql("select code from knowledge.article where code is not null").query(String.class).list());
    }

    /** Adds an article; false where one was brought along under that code before. */
    boolean add(UUID article, String unitCode, String unitPath, @Nullable String code, Instant at) {
        return jdbc.sql("""
                insert into knowledge.article (id, unit_code, unit_path, code, made_at)
                values (:id, :unit, :path, :code, :at) on conflict (code) do nothing
                """).param("id", article).param("unit", unitCode).param("path", unitPath).param("code", code)
                .param("at", utc(at)).update() == 1;
    }

    Optional<KeptArticle> find(UUID article) {
        return jdbc.sql(ARTICLE + "where id = :id").param("id", article).query((row, _) -> article(row)).optional();
    }

    /** One writer of an article and its versions at a time. */
    Optional<KeptArticle> lock(UUID article) {
        return jdbc.sql(ARTICLE + "where id = :id for update").param("id", article).query((row, _) -> article(row))
                .optional();
    }

    Optional<KeptVersion> version(UUID article, int version) {
        return jdbc.sql(VERSION + ONE).param("article", article).param("version", version)
                .query((row, _) -> version(row)).optional();
    }

    /** All versions of an article, the newest first. */
    List<KeptVersion> versions(UUID article) {
        return jdbc.sql(VERSION + "where v.article_id = :article order by v.version desc limit 200")
                .param("article", article).query((row, _) -> version(row)).list();
    }

    /** A version that is or will be in force, with its article. */
    record Published(KeptArticle article, KeptVersion version) {}

    /** Everything that is or will be in force. */
    List<Published> published() {
        return jdbc.sql("""
                select v.*, a.id, a.number, a.unit_code, a.unit_path
                from knowledge.version v join knowledge.article a on a.id = v.article_id
                where v.state = 'APPROVED' order by a.number, v.version
                """).query((row, _) -> new Published(article(row), version(row))).list();
    }

    /** Adds a version as the article's next one; its number. The caller holds the article's lock. */
    int addVersion(UUID article, ArticleBody body, String note, String author, @Nullable UUID by, Instant at) {
        return jdbc.sql("""
                insert into knowledge.version (article_id, version, state, body, words, note, author, editors, made_at)
                select :article, coalesce(max(version), 0) + 1, 'DRAFT', cast(:body as jsonb), cast(:words as tsvector), :note,
                    :author, array_remove(array[cast(:by as uuid)], null), :at
                from knowledge.version where article_id = :article
                returning version
                """).param("article", article).param("body", json.writeValueAsString(body))
                .param("words", Words.vector(body.words())).param("note", note).param("author", author).param("by", by)
                .param("at", utc(at)).query((row, _) -> row.getInt(1)).single();
    }

    void save(KeptVersion version, ArticleBody body, String note, @Nullable Instant from, @Nullable Instant until,
            @Nullable UUID by) {
        jdbc.sql("""
                update knowledge.version v
                set body = cast(:body as jsonb), words = cast(:words as tsvector), note = :note, from_at = :from, until_at = :until,
                    revision = revision + 1,
                    editors = case when cast(:by as uuid) is null or cast(:by as uuid) = any (editors) then editors
                        else editors || cast(:by as uuid) end
                """ + ONE).param("article", version.article()).param("version", version.version())
                .param("body", json.writeValueAsString(body)).param("words", Words.vector(body.words()))
                .param("note", note).param("from", utc(from)).param("until", utc(until)).param("by", by).update();
    }

    /** Moves a version on among those states that are not in force. */
    void move(KeptVersion version, State state, @Nullable Instant submittedAt, String reason) {
        jdbc.sql("""
                update knowledge.version v
                set state = :state, submitted_at = coalesce(:submitted, submitted_at), reason = :reason, revision = revision + 1
                """ + ONE).param("article", version.article()).param("version", version.version())
                .param("state", state.name()).param("submitted", utc(submittedAt)).param("reason", reason).update();
    }

    /** Puts a version into force from then on; the article's lock is held. */
    void approve(KeptVersion version, Instant from, String by, @Nullable UUID byId, Instant at) {
        jdbc.sql("""
                update knowledge.version v
                set state = 'APPROVED', from_at = :from, approver = :by, approver_id = :byId, approved_at = :at, due_at = :from,
                    reason = '', revision = revision + 1
                """ + ONE).param("article", version.article()).param("version", version.version())
                .param("from", utc(from)).param("by", by).param("byId", byId).param("at", utc(at)).update();
    }

    /** Takes what is or will be in force out; false where it has ended before. */
    boolean end(KeptVersion version, End end, Instant at, String reason) {
        return jdbc.sql("""
                update knowledge.version v
                set state = 'RETIRED', ended_at = :at, end_kind = :end, reason = :reason, due_at = null, revision = revision + 1
                """ + ONE + " and state = 'APPROVED'").param("article", version.article())
                .param("version", version.version()).param("at", utc(at)).param("end", end.name())
                .param("reason", reason).update() == 1;
    }

    /** Writes what was done about an approved version, and when there is next something to do. */
    void follow(KeptVersion version) {
        jdbc.sql("update knowledge.version v set begun = :begun, told = :told, due_at = :due " + ONE)
                .param("article", version.article()).param("version", version.version())
                .param("begun", version.begun()).param("told", version.told()).param("due", utc(version.nextDue()))
                .update();
    }

    Optional<Instant> nextDue() {
        return jdbc.sql(
                "select due_at from knowledge.version where due_at is not null order by due_at limit 1")
                .query((row, _) -> time(row, "due_at")).optional();
    }

    /** Locks an article of which a version is due, as whoever writes in it does; one that is locked is left for later. */
    Optional<KeptArticle> lockDue(Instant now) {
        return jdbc.sql("""
                select a.id, a.number, a.unit_code, a.unit_path
                from knowledge.version v join knowledge.article a on a.id = v.article_id
                where v.due_at <= :now order by v.due_at limit 1 for update of a skip locked
                """).param("now", utc(now)).query((row, _) -> article(row)).optional();
    }

    /** The version of a locked article that is due first; what begins comes before what ends at the same instant. */
    Optional<KeptVersion> due(UUID article, Instant now) {
        return jdbc.sql(VERSION + """
                where v.article_id = :article and v.due_at <= :now order by v.due_at, v.version desc limit 1
                """).param("article", article).param("now", utc(now)).query((row, _) -> version(row)).optional();
    }

    long edition() {
        return jdbc.sql("select number from knowledge.edition").query(Long.class).single();
    }

    void nextEdition() {
        jdbc.sql("update knowledge.edition set number = number + 1").update();
    }

    void move(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update knowledge.article set unit_path = :new || substr(unit_path, length(:old) + 1) where starts_with(unit_path, :old)
                """).param("new", newPrefix).param("old", oldPrefix).update();
        jdbc.sql("""
                update knowledge.question set unit_path = :new || substr(unit_path, length(:old) + 1) where starts_with(unit_path, :old)
                """).param("new", newPrefix).param("old", oldPrefix).update();
        jdbc.sql("""
                update knowledge.question set ended_within = :new || substr(ended_within, length(:old) + 1)
                where starts_with(ended_within, :old)
                """).param("new", newPrefix).param("old", oldPrefix).update();
    }

    static KeptArticle article(ResultSet row) throws SQLException {
        return new KeptArticle(id(row, "id"), row.getLong("number"), text(row, "unit_code"), text(row, "unit_path"));
    }

    private KeptVersion version(ResultSet row) throws SQLException {
        var editors = Arrays.stream((UUID[]) row.getArray("editors").getArray()).collect(Collectors.toSet());
        var end = row.getString("end_kind");
        return new KeptVersion(id(row, "article_id"), row.getInt("version"), State.valueOf(text(row, "state")),
                json.readValue(text(row, "body"), ArticleBody.class), text(row, "note"), text(row, "author"), editors,
                time(row, "made_at"), timeOrNull(row, "submitted_at"), text(row, "reason"), row.getString("approver"),
                Rows.idOrNull(row, "approver_id"), timeOrNull(row, "approved_at"), timeOrNull(row, "from_at"),
                timeOrNull(row, "until_at"), timeOrNull(row, "ended_at"), end == null ? null : End.valueOf(end),
                row.getBoolean("begun"), row.getBoolean("told"), row.getInt("revision"));
    }
}
