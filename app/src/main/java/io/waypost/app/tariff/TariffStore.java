package io.waypost.app.tariff;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Rows;
import io.waypost.app.tariff.KeptTariff.State;
import io.waypost.core.tariff.Tariff;
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

/** The SQL of versions of the tariff. */
@Repository
@DependsOnDatabaseInitialization
class TariffStore {

    private static final String SELECT = "select * from tariff.version ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TariffStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds what the software brings along, once, on whichever node starts first: as a draft, or in force from the beginning. */
    void sow(Tariff packaged, boolean inForce) {
        jdbc.sql("""
                insert into tariff.version (version, state, body, note, author, made_at, effective_from, approved_by, approved_at)
                values (1, :state, cast(:body as jsonb), '', 'Waypost', timestamptz 'epoch', cast(:at as timestamptz), :by,
                    cast(:at as timestamptz))
                on conflict do nothing
                """).param("body", json.writeValueAsString(packaged)).param("state", inForce ? "APPROVED" : "DRAFT")
                .param("at", inForce ? utc(Instant.EPOCH) : null).param("by", inForce ? "Waypost" : null).update();
    }

    /** The version that counts at that instant; empty while none was approved. */
    Optional<Integer> inForce(Instant at) {
        return jdbc.sql("""
                select version from tariff.version where state = 'APPROVED' and effective_from <= :at
                order by effective_from desc, approved_at desc, version desc limit 1
                """).param("at", utc(at)).query(Integer.class).optional();
    }

    Optional<KeptTariff> find(int version) {
        return jdbc.sql(SELECT + "where version = :version").param("version", version)
                .query((row, _) -> tariff(row)).optional();
    }

    Optional<KeptTariff> lock(int version) {
        return jdbc.sql(SELECT + "where version = :version for update").param("version", version)
                .query((row, _) -> tariff(row)).optional();
    }

    /** The newest first, without what they say: a list shows none of it. */
    List<KeptTariff> list(int most) {
        return jdbc.sql("""
                select version, state, '{}' as body, note, author, editors, made_at, effective_from, approved_by, dropped, revision
                from tariff.version order by version desc limit :most
                """).param("most", most)
                .query((row, _) -> tariff(row)).list();
    }

    /** Adds a draft as the next version; its number. */
    int add(Tariff body, String note, String author, @Nullable UUID by, Instant at) {
        // One at a time, so that the numbers have no gap and no two drafts want the same.
        jdbc.sql("lock table tariff.version in share row exclusive mode").update();
        return jdbc.sql("""
                insert into tariff.version (version, state, body, note, author, editors, made_at)
                select max(version) + 1, 'DRAFT', cast(:body as jsonb), :note, :author,
                    array_remove(array[cast(:by as uuid)], null), :at
                from tariff.version returning version
                """).param("body", json.writeValueAsString(body)).param("note", note).param("author", author)
                .param("by", by).param("at", utc(at)).query((row, _) -> row.getInt(1)).single();
    }

    void save(int version, Tariff body, String note, @Nullable UUID by) {
        jdbc.sql("""
                update tariff.version
                set body = cast(:body as jsonb), note = :note, revision = revision + 1,
                    editors = case when cast(:by as uuid) is null or cast(:by as uuid) = any (editors) then editors
                        else editors || cast(:by as uuid) end
                where version = :version
                """).param("version", version).param("body", json.writeValueAsString(body)).param("note", note)
                .param("by", by).update();
    }

    void approve(int version, Instant effectiveFrom, String by, Instant at) {
        jdbc.sql("""
                update tariff.version set state = 'APPROVED', effective_from = :from, approved_by = :by, approved_at = :at,
                    revision = revision + 1
                where version = :version
                """).param("version", version).param("from", utc(effectiveFrom)).param("by", by).param("at", utc(at))
                .update();
    }

    void drop(int version, String why) {
        jdbc.sql("""
                update tariff.version set state = 'DROPPED', effective_from = null, dropped = :why, revision = revision + 1
                where version = :version
                """).param("version", version).param("why", why).update();
    }

    private KeptTariff tariff(ResultSet row) throws SQLException {
        var editors = Arrays.stream((UUID[]) row.getArray("editors").getArray()).collect(Collectors.toSet());
        return new KeptTariff(row.getInt("version"), State.valueOf(text(row, "state")),
                json.readValue(text(row, "body"), Tariff.class), text(row, "note"), text(row, "author"), editors,
                time(row, "made_at"), Rows.timeOrNull(row, "effective_from"), row.getString("approved_by"),
                row.getString("dropped"), row.getInt("revision"));
    }
}
