package io.waypost.app.desk;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.idOrNull;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of quick replies. */
@Repository
class ReplyStore {

    private final JdbcClient jdbc;

    ReplyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these units and of that person: one's own first, then those of the nearest unit. */
    List<KeptReply> of(Collection<String> units, UUID person) {
        return jdbc.sql("""
                select * from desk.reply where unit_code = any(:units) or person_id = :person
                order by person_id is null, length(unit_path) desc, position, code
                """).param("units", units.toArray(new String[0])).param("person", person)
                .query((row, _) -> reply(row)).list();
    }

    /** All of the units below that path, for whoever keeps them. */
    List<KeptReply> below(String path) {
        return jdbc
                .sql("select * from desk.reply where starts_with(unit_path, :path) order by unit_path, position, code")
                .param("path", path).query((row, _) -> reply(row)).list();
    }

    Optional<KeptReply> lock(UUID id) {
        return jdbc.sql("select * from desk.reply where id = :id for update").param("id", id)
                .query((row, _) -> reply(row)).optional();
    }

    /** How many somebody, or a unit, has. */
    int count(KeptReply like) {
        return jdbc.sql("""
                select count(*) from desk.reply where person_id is not distinct from cast(:person as uuid)
                    and unit_code is not distinct from cast(:unit as text)
                """).param("person", like.person()).param("unit", like.unitCode()).query(Integer.class).single();
    }

    /** False where its list has that code already. */
    boolean add(KeptReply reply, String by, Instant now) {
        return jdbc.sql("""
                insert into desk.reply (id, unit_code, unit_path, person_id, code, text, position, by_name, at)
                values (:id, :unit, :path, :person, :code, :text, :position, :by, :now) on conflict do nothing
                """).param("id", reply.id()).param("unit", reply.unitCode()).param("path", reply.unitPath())
                .param("person", reply.person()).param("code", reply.code()).param("text", reply.text())
                .param("position", reply.position()).param("by", by).param("now", utc(now)).update() == 1;
    }

    /** Writes code, text and position of a locked one; false where its list has that code already. */
    boolean update(KeptReply reply, String by, Instant now) {
        try {
            jdbc.sql("""
                    update desk.reply set code = :code, text = :text, position = :position, by_name = :by, at = :now,
                        version = version + 1
                    where id = :id
                    """).param("code", reply.code()).param("text", reply.text()).param("position", reply.position())
                    .param("by", by).param("now", utc(now)).param("id", reply.id()).update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    void remove(UUID id) {
        jdbc.sql("delete from desk.reply where id = :id").param("id", id).update();
    }

    void move(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update desk.reply set unit_path = :new || substr(unit_path, length(:old) + 1) where starts_with(unit_path, :old)
                """).param("new", newPrefix).param("old", oldPrefix).update();
    }

    private static KeptReply reply(ResultSet row) throws SQLException {
        return new KeptReply(id(row, "id"), row.getString("unit_code"), row.getString("unit_path"),
                idOrNull(row, "person_id"), text(row, "code"), text(row, "text"), row.getInt("position"),
                row.getLong("version"));
    }
}
