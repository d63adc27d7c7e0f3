package io.waypost.app.chat;

import static io.waypost.app.kernel.Rows.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of sites. */
@Repository
class ChatSiteStore {

    private final JdbcClient jdbc;

    ChatSiteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ChatSite> all() {
        return jdbc.sql("select * from chat.site order by key").query((row, _) -> site(row)).list();
    }

    Optional<ChatSite> find(String key) {
        return jdbc.sql("select * from chat.site where key = :key").param("key", key).query((row, _) -> site(row))
                .optional();
    }

    /** Adds a site; false where there is one of that key. */
    boolean add(ChatSite site) {
        return jdbc.sql("""
                insert into chat.site (key, name, unit_code, unit_path, origins, welcome, active)
                values (:key, :name, :unitCode, :unitPath, :origins, :welcome, :active) on conflict (key) do nothing
                """)
                .param("key", site.key()).param("name", site.name()).param("unitCode", site.unitCode())
                .param("unitPath", site.unitPath()).param("origins", site.origins().toArray(new String[0]))
                .param("welcome", site.welcome()).param("active", site.active()).update() == 1;
    }

    /** Writes a site over the one of its version; false where it has been changed meanwhile. */
    boolean change(ChatSite site) {
        return jdbc.sql("""
                update chat.site set name = :name, unit_code = :unitCode, unit_path = :unitPath, origins = :origins,
                    welcome = :welcome, active = :active, version = version + 1
                where key = :key and version = :version
                """)
                .param("key", site.key()).param("name", site.name()).param("unitCode", site.unitCode())
                .param("unitPath", site.unitPath()).param("origins", site.origins().toArray(new String[0]))
                .param("welcome", site.welcome()).param("active", site.active()).param("version", site.version())
                .update() == 1;
    }

    private static ChatSite site(ResultSet row) throws SQLException {
        return new ChatSite(text(row, "key"), text(row, "name"), text(row, "unit_code"), text(row, "unit_path"),
                List.of((String[]) row.getArray("origins").getArray()), text(row, "welcome"), row.getBoolean("active"),
                row.getInt("version"));
    }
}
