package io.waypost.app.device;

import io.waypost.app.device.Scanner.DeviceState;
import io.waypost.app.kernel.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the register. */
@Repository
class ScannerStore {

    private static final String SELECT = "select code, model, firmware, in_service, unit_code, unit_path, state, version from device.scanner ";

    private final JdbcClient jdbc;

    ScannerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those at or below the path. */
    List<Scanner> below(String unitPath) {
        return jdbc.sql(SELECT + "where starts_with(unit_path, :path) order by code").param("path", unitPath)
                .query((row, _) -> scanner(row)).list();
    }

    Optional<Scanner> find(String code) {
        return jdbc.sql(SELECT + "where code = :code").param("code", code).query((row, _) -> scanner(row)).optional();
    }

    /** Those of the codes that the reader sees. */
    List<Scanner> of(Collection<String> codes) {
        return jdbc.sql(SELECT + "where code = any (:codes)").param("codes", codes.toArray(String[]::new))
                .query((row, _) -> scanner(row)).list();
    }

    Optional<Scanner> lock(String code) {
        return jdbc.sql(SELECT + "where code = :code for update").param("code", code).query((row, _) -> scanner(row))
                .optional();
    }

    List<Scanner> lock(Collection<String> codes) {
        return jdbc.sql(SELECT + "where code = any (:codes) order by code for update")
                .param("codes", codes.toArray(String[]::new)).query((row, _) -> scanner(row)).list();
    }

    /** Those of the codes that the register has, within reach or not. */
    Set<String> taken(Collection<String> codes) {
        return Set.copyOf(jdbc.sql("select * from device.taken(:codes)").param("codes", codes.toArray(String[]::new))
                .query(String.class).list());
    }

    void put(List<Scanner> scanners, Instant at, String by) {
        jdbc.sql("""
                insert into device.scanner as s (code, model, firmware, in_service, unit_code, unit_path, state, changed_at, changed_by)
                select code, model, firmware, since::date, unit, path, state, :at, :by
                from unnest(:codes::text[], :models::text[], :firmwares::text[], :sinces::text[], :units::text[], :paths::text[],
                            :states::text[]) as n (code, model, firmware, since, unit, path, state)
                on conflict (code) do update set model = excluded.model, firmware = excluded.firmware,
                    in_service = excluded.in_service, unit_code = excluded.unit_code, unit_path = excluded.unit_path,
                    state = excluded.state, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                    version = s.version + 1
                """)
                .param("codes", Columns.texts(scanners, Scanner::code))
                .param("models", Columns.texts(scanners, Scanner::model))
                .param("firmwares", Columns.texts(scanners, Scanner::firmware))
                .param("sinces",
                        Columns.texts(scanners, one -> one.inService() == null ? null : one.inService().toString()))
                .param("units", Columns.texts(scanners, Scanner::unitCode))
                .param("paths", Columns.texts(scanners, Scanner::unitPath))
                .param("states", Columns.texts(scanners, one -> one.state().name()))
                .param("at", at.atOffset(ZoneOffset.UTC)).param("by", by).update();
    }

    private static Scanner scanner(ResultSet row) throws SQLException {
        return new Scanner(row.getString("code"), row.getString("model"), row.getString("firmware"),
                row.getObject("in_service", LocalDate.class), row.getString("unit_code"), row.getString("unit_path"),
                DeviceState.valueOf(row.getString("state")), row.getInt("version"));
    }
}
