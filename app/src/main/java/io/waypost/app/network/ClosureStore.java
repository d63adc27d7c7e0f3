package io.waypost.app.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
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
        return jdbc.sql("select id, unit_code, reason, starts, ends from network.closure order by starts")
                .query((row, _) -> closure(row))
                .list();
    }

    static Closure closure(ResultSet row) throws SQLException {
        return new Closure(
                row.getObject("id", UUID.class),
                row.getString("unit_code"),
                Closure.Reason.valueOf(row.getString("reason")),
                instant(row, "starts"),
                instant(row, "ends"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
