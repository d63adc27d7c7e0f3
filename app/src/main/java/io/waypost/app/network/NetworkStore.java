package io.waypost.app.network;

import io.waypost.app.kernel.Columns;
import io.waypost.core.network.TreePlan.Placed;
import io.waypost.core.network.UnitKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
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

    /** Takes the one lock under which the tree is changed; the revision that the change starts from. */
    long lock() {
        return jdbc.sql("select number from network.revision for update").query(Long.class).single();
    }

    void nextRevision() {
        jdbc.sql("update network.revision set number = number + 1").update();
    }

    /** Units with the number of their children, as a person who reaches them sees them. */
    record Listed(Unit unit, int childCount) {}

    /**
     * Which units to list.
     *
     * @param parent the unit whose children are wanted; null together with a null text = the top of the caller's reach
     * @param text a part of the name or the beginning of the code
     * @param after the path at the end of the page before
     */
    record Filter(@Nullable String parent, @Nullable String text, @Nullable UnitKind kind, @Nullable String after) {}

    List<Listed> list(Filter filter, int limit) {
        return jdbc.sql(LISTED + """
                 where case
                        when :text::text is not null
                            then position(lower(:text) in lower(name)) > 0 or starts_with(lower(code), lower(:text))
                        when :parent::text is not null then parent_code = :parent
                        when :kind::text is not null then true
                        else path = waypost_scope() or waypost_scope() = '/' and parent_code is null
                    end
                  and (:kind::text is null or kind = :kind)
                  and (:after::text is null or path > :after)
                order by path
                limit :limit
                """)
                .param("parent", filter.parent())
                .param("text", filter.text())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("after", filter.after())
                .param("limit", limit)
                .query((row, _) -> new Listed(unit(row), row.getInt("child_count")))
                .list();
    }

    Optional<Listed> find(String code) {
        return jdbc.sql(LISTED + " where code = :code")
                .param("code", code)
                .query((row, _) -> new Listed(unit(row), row.getInt("child_count")))
                .optional();
    }

    void insert(List<Placed> units) {
        columns(jdbc.sql("""
                insert into network.unit (code, name, kind, parent_code, path, division, address, phone, opens, closes,
                    service_area, active)
                select code, name, kind, parent, path, division, address, phone, opens::time, closes::time, area, active
                from unnest(:codes, :names, :kinds, :parents, :paths, :divisions, :addresses, :phones, :opens, :closes, :areas,
                    :actives)
                    as u (code, name, kind, parent, path, division, address, phone, opens, closes, area, active)
                """), units).update();
    }

    void update(List<Placed> units) {
        columns(jdbc.sql("""
                update network.unit set name = u.name, kind = u.kind, parent_code = u.parent, division = u.division,
                    address = u.address, phone = u.phone, opens = u.opens::time, closes = u.closes::time,
                    service_area = u.area, active = u.active, version = unit.version + 1
                from unnest(:codes, :names, :kinds, :parents, :paths, :divisions, :addresses, :phones, :opens, :closes, :areas,
                    :actives)
                    as u (code, name, kind, parent, path, division, address, phone, opens, closes, area, active)
                where unit.code = u.code
                """), units).update();
    }

    /** Gives the unit and everything below it their new paths. */
    void move(String oldPath, String newPath) {
        jdbc.sql("""
                update network.unit set path = :new || substr(path, length(:old) + 1) where starts_with(path, :old)
                """).param("new", newPath).param("old", oldPath).update();
    }

    private static StatementSpec columns(StatementSpec statement, List<Placed> units) {
        return statement
                .param("codes", Columns.texts(units, each -> each.unit().code()))
                .param("names", Columns.texts(units, each -> each.unit().name()))
                .param("kinds", Columns.texts(units, each -> each.unit().kind().name()))
                .param("parents", Columns.texts(units, each -> each.unit().parent()))
                .param("paths", Columns.texts(units, Placed::path))
                .param("divisions", Columns.texts(units, each -> each.unit().division()))
                .param("addresses", Columns.texts(units, each -> each.unit().address()))
                .param("phones", Columns.texts(units, each -> each.unit().phone()))
                .param("opens", Columns.texts(units, each -> time(each.unit().opens())))
                .param("closes", Columns.texts(units, each -> time(each.unit().closes())))
                .param("areas", Columns.texts(units, each -> each.unit().serviceArea()))
                .param("actives", Columns.flags(units, each -> each.unit().active()));
    }

    private static @Nullable String time(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }

    private static final String LISTED = """
            select code, name, kind, parent_code, path, division, address, phone, opens, closes, service_area, active, version,
                (select count(*) from network.unit child where child.parent_code = unit.code) as child_count
            from network.unit
            """;

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
