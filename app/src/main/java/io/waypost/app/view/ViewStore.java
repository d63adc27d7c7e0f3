package io.waypost.app.view;

import io.waypost.app.identity.PersonRef;
import io.waypost.app.view.SavedView.Sharing;
import io.waypost.core.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of views. */
@Repository
class ViewStore {

    private static final TypeReference<Map<String, String>> QUERY = new TypeReference<>() {
    };
    private static final String COLUMNS = """
            select id, list, name, query, columns, shared, unit_path, unit_code, role, position, owner_id, owner_name, version from view.view
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ViewStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A view with the path that decides who reaches it. */
    record Kept(SavedView view, String unitPath) {}

    /** What is written of a view. */
    record Draft(String name, Map<String, String> query, List<String> columns, Sharing shared, String unitPath,
            @Nullable String unitCode, @Nullable Role role, int position) {}

    void insert(UUID id, String list, Draft draft, PersonRef owner, Instant at) {
        written("""
                insert into view.view (id, list, name, query, columns, shared, unit_path, unit_code, role, position, owner_id, owner_name,
                                       created_at)
                values (:id, :list, :name, cast(:query as jsonb), :columns, :shared, :unitPath, :unitCode, :role, :position, :ownerId,
                        :ownerName, :at)
                """, draft)
                .param("id", id).param("list", list).param("ownerId", owner.id()).param("ownerName", owner.name())
                .param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    boolean update(UUID id, Draft draft, int version) {
        return written("""
                update view.view set name = :name, query = cast(:query as jsonb), columns = :columns, shared = :shared,
                       unit_path = :unitPath, unit_code = :unitCode, role = :role, position = :position, version = version + 1
                where id = :id and version = :version
                """, draft).param("id", id).param("version", version).update() == 1;
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from view.view where id = :id").param("id", id).update() == 1;
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query((row, _) -> kept(row)).optional();
    }

    /** One's own views and those shared with one's unit, one of the units above it, or a role one has there. */
    List<Kept> of(String list, UUID person, String unitPath, Collection<Role> roles) {
        return jdbc.sql(COLUMNS + """
                 where list = :list
                   and (owner_id = :person
                        or (shared <> 'PERSON' and starts_with(:unitPath, unit_path) and (role is null or role = any (:roles))))
                 order by shared, position, name, id
                """)
                .param("list", list).param("person", person).param("unitPath", unitPath)
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .query((row, _) -> kept(row)).list();
    }

    int ownedBy(UUID person, String list) {
        return jdbc.sql("select count(*) from view.view where owner_id = :person and list = :list")
                .param("person", person).param("list", list).query(Integer.class).single();
    }

    Optional<String> first(UUID person, String list) {
        return jdbc.sql("select view from view.first where person_id = :person and list = :list")
                .param("person", person).param("list", list).query(String.class).optional();
    }

    void makeFirst(UUID person, String list, String view) {
        jdbc.sql("""
                insert into view.first values (:person, :list, :view)
                on conflict (person_id, list) do update set view = excluded.view
                """).param("person", person).param("list", list).param("view", view).update();
    }

    private JdbcClient.StatementSpec written(String sql, Draft draft) {
        return jdbc.sql(sql)
                .param("name", draft.name()).param("query", json.writeValueAsString(draft.query()))
                .param("columns", draft.columns().toArray(String[]::new)).param("shared", draft.shared().name())
                .param("unitPath", draft.unitPath()).param("unitCode", draft.unitCode())
                .param("role", draft.role() == null ? null : draft.role().name()).param("position", draft.position());
    }

    private Kept kept(ResultSet row) throws SQLException {
        var role = row.getString("role");
        return new Kept(new SavedView(row.getObject("id", UUID.class), row.getString("list"), row.getString("name"),
                json.readValue(row.getString("query"), QUERY),
                List.of((String[]) row.getArray("columns").getArray()), Sharing.valueOf(row.getString("shared")),
                row.getString("unit_code"), role == null ? null : Role.valueOf(role), row.getInt("position"),
                new PersonRef(row.getObject("owner_id", UUID.class), row.getString("owner_name")),
                row.getInt("version"), false), row.getString("unit_path"));
    }
}
