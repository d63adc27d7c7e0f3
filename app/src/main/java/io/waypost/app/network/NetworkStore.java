package io.waypost.app.network;

import io.waypost.core.network.UnitKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on units. */
@Repository
@DependsOnDatabaseInitialization
class NetworkStore {

    private final JdbcClient jdbc;

    NetworkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number that grows with every change of the tree or its closures. */
    long revision() {
        return jdbc.sql("select number from network.revision").query(Long.class).single();
    }

    /** All units that the transaction reaches, parents before children. */
    List<Unit> all() {
        return jdbc.sql("""
                select code, name, kind, parent_code, path, division, address, phone, opens, closes, service_area, active, version
                from network.unit
                order by path
                """).query((row, _) -> unit(row)).list();
    }

    static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                row.getString("parent_code"),
                row.getString("path"),
                row.getString("division"),
                row.getString("address"),
                row.getString("phone"),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                row.getString("service_area"),
                row.getBoolean("active"),
                row.getInt("version"));
    }
}
