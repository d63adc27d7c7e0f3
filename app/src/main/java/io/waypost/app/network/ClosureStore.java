package io.waypost.app.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on closures. */
@Repository
@DependsOnDatabaseInitialization
class ClosureStore {

    private final JdbcClient jdbc;

    ClosureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All closures that the transaction reaches. */
    List<Closure> all() {
        return jdbc.sql("select id, unit_code, reason, starts, ends, created_at from network.closure order by starts")
                .query((row, _) -> closure(row))
                .list();
    }

    /** A closure with what only its readers need. */
    record Noted(Closure closure, String unitPath, String note) {}

    /** Those that the transaction reaches or that stop it from above, the newest first. */
    List<Noted> list(@Nullable Boolean active, Instant now, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select id, unit_code, unit_path, reason, note, starts, ends, created_at from network.closure
                where (:active::boolean is null or (starts <= :now and ends > :now) = :active)
                  and (:after::uuid is null or id < :after::uuid)
                order by id desc
                limit :limit
                """)
                .param("active", active)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> noted(row))
                .list();
    }

    Optional<Noted> find(UUID id) {
        return jdbc
                .sql("select id, unit_code, unit_path, reason, note, starts, ends, created_at from network.closure where id = :id")
                .param("id", id)
                .query((row, _) -> noted(row))
                .optional();
    }

    void insert(Closure closure, String unitPath, String note, String by, Instant at) {
        jdbc.sql("""
                insert into network.closure (id, unit_code, unit_path, reason, note, starts, ends, created_at, created_by)
                values (:id, :unitCode, :unitPath, :reason, :note, :starts, :ends, :at, :by)
                """)
                .param("id", closure.id())
                .param("unitCode", closure.unitCode())
                .param("unitPath", unitPath)
                .param("reason", closure.reason().name())
                .param("note", note)
                .param("starts", closure.from().atOffset(ZoneOffset.UTC))
                .param("ends", closure.until().atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** False where the closure can be seen but not changed: it was announced for a unit above. */
    boolean moveEnd(UUID id, Instant until) {
        return jdbc.sql("update network.closure set ends = :until, version = version + 1 where id = :id")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update() == 1;
    }

    void move(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update network.closure set unit_path = :new || substr(unit_path, length(:old) + 1)
                where starts_with(unit_path, :old)
                """).param("new", newPrefix).param("old", oldPrefix).update();
    }

    private static Noted noted(ResultSet row) throws SQLException {
        return new Noted(closure(row), row.getString("unit_path"), row.getString("note"));
    }

    static Closure closure(ResultSet row) throws SQLException {
        return new Closure(
                row.getObject("id", UUID.class),
                row.getString("unit_code"),
                Closure.Reason.valueOf(row.getString("reason")),
                instant(row, "starts"),
                instant(row, "ends"),
                instant(row, "created_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
