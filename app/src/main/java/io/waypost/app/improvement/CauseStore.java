package io.waypost.app.improvement;

import io.waypost.core.improvement.Cause;
import io.waypost.core.improvement.DefaultCauses;
import io.waypost.core.improvement.Department;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of causes: what is packaged, under what people wrote. */
@Repository
class CauseStore {

    private static final String COLUMNS = "code, name_zh, name_en, department, active, revision";

    private final JdbcClient jdbc;

    CauseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All causes by code; a first level comes before its second. */
    @Transactional(readOnly = true)
    public List<KeptCause> all() {
        var all = new TreeMap<String, KeptCause>();
        DefaultCauses.all().forEach(cause -> all.put(cause.code(), new KeptCause(cause, 1)));
        jdbc.sql("select %s from improvement.cause".formatted(COLUMNS)).query((row, _) -> kept(row)).list()
                .forEach(kept -> all.put(kept.cause().code(), kept));
        return List.copyOf(all.values());
    }

    @Transactional(readOnly = true)
    public Optional<KeptCause> find(String code) {
        return jdbc.sql("select %s from improvement.cause where code = :code".formatted(COLUMNS)).param("code", code)
                .query((row, _) -> kept(row)).optional()
                .or(() -> DefaultCauses.all().stream().filter(cause -> cause.code().equals(code)).findFirst()
                        .map(cause -> new KeptCause(cause, 1)));
    }

    /** Adds a cause; false where somebody else added it meanwhile. */
    boolean add(Cause cause) {
        return write(cause, 1, "do nothing") == 1;
    }

    /** Writes a cause over the one of that revision; false where it has been changed meanwhile. */
    boolean change(Cause cause, int revision) {
        return write(cause, revision + 1, """
                do update set name_zh = excluded.name_zh, name_en = excluded.name_en, department = excluded.department,
                    active = excluded.active, revision = excluded.revision
                where cause.revision = excluded.revision - 1""") == 1;
    }

    private int write(Cause cause, int revision, String conflict) {
        return jdbc.sql("""
                insert into improvement.cause (code, name_zh, name_en, department, active, revision)
                values (:code, :nameZh, :nameEn, :department, :active, :revision) on conflict (code) %s
                """.formatted(conflict))
                .param("code", cause.code()).param("nameZh", cause.nameZh()).param("nameEn", cause.nameEn())
                .param("department", cause.department().name()).param("active", cause.active())
                .param("revision", revision).update();
    }

    private static KeptCause kept(ResultSet row) throws SQLException {
        return new KeptCause(new Cause(text(row, "code"), text(row, "name_zh"), text(row, "name_en"),
                Department.valueOf(text(row, "department")), row.getBoolean("active")), row.getInt("revision"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
