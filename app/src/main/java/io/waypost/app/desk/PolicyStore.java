package io.waypost.app.desk;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.desk.KeptPolicy.PolicyTerm;
import io.waypost.app.desk.KeptPolicy.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of versions of the routing policy, and of which one is in force. */
@Repository
@DependsOnDatabaseInitialization
class PolicyStore {

    private static final String SELECT = "select * from desk.policy ";
    private static final String TERMS = "select version, from_at, by_name, note from desk.policy_term ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PolicyStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Which row said last what is in force. */
    record InForce(long seq, int version) {}

    /** Puts what the software brings along into force, once, on whichever node starts first. */
    void sow() {
        jdbc.sql("""
                with sown as (
                    insert into desk.policy (version, state, body, note, author, made_at)
                    values (1, 'APPROVED', cast(:body as jsonb), '', 'Waypost', timestamptz 'epoch')
                    on conflict do nothing returning version)
                insert into desk.policy_term (version, from_at, by_name)
                select version, timestamptz 'epoch', 'Waypost' from sown
                """).param("body", json.writeValueAsString(PolicyBody.packaged())).update();
    }

    InForce inForce() {
        return jdbc.sql("select seq, version from desk.policy_term order by seq desc limit 1")
                .query((row, _) -> new InForce(row.getLong("seq"), row.getInt("version"))).single();
    }

    Optional<KeptPolicy> find(int version) {
        return jdbc.sql(SELECT + "where version = :version").param("version", version)
                .query((row, _) -> policy(row)).optional();
    }

    Optional<KeptPolicy> lock(int version) {
        return jdbc.sql(SELECT + "where version = :version for update").param("version", version)
                .query((row, _) -> policy(row)).optional();
    }

    /** The newest first. */
    List<KeptPolicy> list(int most) {
        return jdbc.sql(SELECT + "order by version desc limit :most").param("most", most)
                .query((row, _) -> policy(row)).list();
    }

    /** When which version came into force, the newest first. */
    List<PolicyTerm> terms(int most) {
        return jdbc.sql(TERMS + "order by seq desc limit :most").param("most", most)
                .query((row, _) -> term(row)).list();
    }

    /** When that version came into force, the newest first. */
    List<PolicyTerm> termsOf(int version) {
        return jdbc.sql(TERMS + "where version = :version order by seq desc limit 50").param("version", version)
                .query((row, _) -> term(row)).list();
    }

    /** Adds a draft as the next version; its number. */
    int add(PolicyBody body, String note, String author, @Nullable UUID by, Instant at) {
        // One at a time, so that the numbers have no gap and no two drafts want the same.
        jdbc.sql("lock table desk.policy in share row exclusive mode").update();
        return jdbc.sql("""
                insert into desk.policy (version, state, body, note, author, editors, made_at)
                select max(version) + 1, 'DRAFT', cast(:body as jsonb), :note, :author,
                    array_remove(array[cast(:by as uuid)], null), :at
                from desk.policy returning version
                """).param("body", json.writeValueAsString(body)).param("note", note).param("author", author)
                .param("by", by).param("at", utc(at)).query((row, _) -> row.getInt(1)).single();
    }

    void save(int version, PolicyBody body, String note, @Nullable UUID by) {
        jdbc.sql("""
                update desk.policy
                set body = cast(:body as jsonb), note = :note, revision = revision + 1,
                    editors = case when cast(:by as uuid) is null or cast(:by as uuid) = any (editors) then editors
                        else editors || cast(:by as uuid) end
                where version = :version
                """).param("version", version).param("body", json.writeValueAsString(body)).param("note", note)
                .param("by", by).update();
    }

    void drop(int version, String why) {
        jdbc.sql(
                "update desk.policy set state = 'DROPPED', dropped = :why, revision = revision + 1 where version = :version")
                .param("version", version).param("why", why).update();
    }

    void force(int version, Instant at, String by, @Nullable UUID byId, @Nullable String note) {
        jdbc.sql(
                "update desk.policy set state = 'APPROVED', revision = revision + 1 where version = :version and state = 'DRAFT'")
                .param("version", version).update();
        jdbc.sql("""
                insert into desk.policy_term (version, from_at, by_name, by_id, note) values (:version, :at, :by, :byId, :note)
                """).param("version", version).param("at", utc(at)).param("by", by).param("byId", byId)
                .param("note", note).update();
    }

    private KeptPolicy policy(ResultSet row) throws SQLException {
        var editors = Arrays.stream((UUID[]) row.getArray("editors").getArray()).collect(Collectors.toSet());
        return new KeptPolicy(row.getInt("version"), State.valueOf(text(row, "state")),
                json.readValue(text(row, "body"), PolicyBody.class), text(row, "note"), text(row, "author"), editors,
                time(row, "made_at"), row.getString("dropped"), row.getInt("revision"));
    }

    private static PolicyTerm term(ResultSet row) throws SQLException {
        return new PolicyTerm(row.getInt("version"), time(row, "from_at"), text(row, "by_name"),
                row.getString("note"));
    }
}
