package io.waypost.app.version;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of one book. */
final class VersionStore<T> {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Class<T> type;
    private final String table;

    VersionStore(JdbcClient jdbc, JsonMapper json, VersionBook<T> book) {
        this.jdbc = jdbc;
        this.json = json;
        type = book.type();
        table = book.schema() + ".version";
    }

    void sow(T packaged, boolean inForce) {
        jdbc.sql("""
                insert into %s (version, state, body, note, author, made_at, effective_from, approved_by, approved_at)
                values (1, :state, cast(:body as jsonb), '', 'Waypost', timestamptz 'epoch', cast(:at as timestamptz), :by,
                    cast(:at as timestamptz))
                on conflict do nothing
                """.formatted(table)).param("body", json.writeValueAsString(packaged))
                .param("state", inForce ? "APPROVED" : "DRAFT")
                .param("at", inForce ? utc(Instant.EPOCH) : null).param("by", inForce ? "Waypost" : null).update();
    }

    Optional<Integer> inForce(Instant at) {
        return jdbc.sql("""
                select version from %s where state = 'APPROVED' and effective_from <= :at
                order by effective_from desc, approved_at desc, version desc limit 1
                """.formatted(table)).param("at", utc(at)).query(Integer.class).optional();
    }

    Optional<Version<T>> find(int number) {
        return jdbc.sql("select * from %s where version = :version".formatted(table)).param("version", number)
                .query((row, _) -> version(row)).optional();
    }

    Optional<Version<T>> lock(int number) {
        return jdbc.sql("select * from %s where version = :version for update".formatted(table))
                .param("version", number).query((row, _) -> version(row)).optional();
    }

    List<Version<T>> newest(int most) {
        return jdbc.sql("select * from %s order by version desc limit :most".formatted(table)).param("most", most)
                .query((row, _) -> version(row)).list();
    }

    /** Adds a draft as the next version; its number. */
    int add(T body, String note, String author, @Nullable UUID by, Instant at) {
        // One at a time, so that the numbers have no gap and no two drafts want the same.
        jdbc.sql("lock table %s in share row exclusive mode".formatted(table)).update();
        return jdbc.sql("""
                insert into %1$s (version, state, body, note, author, editors, made_at)
                select max(version) + 1, 'DRAFT', cast(:body as jsonb), :note, :author,
                    array_remove(array[cast(:by as uuid)], null), :at
                from %1$s returning version
                """.formatted(table)).param("body", json.writeValueAsString(body)).param("note", note)
                .param("author", author).param("by", by).param("at", utc(at)).query((row, _) -> row.getInt(1))
                .single();
    }

    void save(int number, T body, String note, @Nullable UUID by) {
        jdbc.sql("""
                update %s
                set body = cast(:body as jsonb), note = :note, revision = revision + 1,
                    editors = case when cast(:by as uuid) is null or cast(:by as uuid) = any (editors) then editors
                        else editors || cast(:by as uuid) end
                where version = :version
                """.formatted(table)).param("version", number).param("body", json.writeValueAsString(body))
                .param("note", note).param("by", by).update();
    }

    void approve(int number, Instant from, String by, Instant at) {
        jdbc.sql("""
                update %s set state = 'APPROVED', effective_from = :from, approved_by = :by, approved_at = :at,
                    revision = revision + 1
                where version = :version
                """.formatted(table)).param("version", number).param("from", utc(from)).param("by", by)
                .param("at", utc(at)).update();
    }

    void drop(int number, String why) {
        jdbc.sql("""
                update %s set state = 'DROPPED', effective_from = null, dropped = :why, revision = revision + 1
                where version = :version
                """.formatted(table)).param("version", number).param("why", why).update();
    }

    private Version<T> version(ResultSet row) throws SQLException {
        var editors = Arrays.stream((UUID[]) row.getArray("editors").getArray()).collect(Collectors.toSet());
        return new Version<>(row.getInt("version"), VersionState.valueOf(text(row, "state")),
                json.readValue(text(row, "body"), type), text(row, "note"), text(row, "author"), editors,
                time(row, "made_at"), timeOrNull(row, "effective_from"), row.getString("approved_by"),
                row.getString("dropped"), row.getInt("revision"));
    }
}
