package io.waypost.app.delay;

import static io.waypost.app.delay.DelayProgressStore.time;
import static io.waypost.app.delay.DelayProgressStore.utc;

import io.waypost.app.delay.DelayVersion.Verdict;
import io.waypost.core.delay.DelayFile;
import io.waypost.core.delay.DelayModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what was learnt, version by version. */
@Repository
class VersionStore {

    private static final String COLUMNS = """
            select number, learnt_at, verdict, in_force, parcels, cells, known_until, tried_from, tried_until, figures from delay.version
            """;

    /** Versions whose cells are kept, so that one can be looked into; of the others the figures stay. */
    private static final int MODELS_KEPT = 7;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VersionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    int next() {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from delay.version").query(Integer.class).single();
    }

    /** Keeps it; one that is in force takes over from the one before. */
    void add(DelayVersion version, DelayModel model) {
        if (version.inForce()) {
            jdbc.sql("update delay.version set in_force = false where in_force").update();
        }
        jdbc.sql("""
                insert into delay.version (number, learnt_at, verdict, in_force, parcels, cells, known_until, tried_from, tried_until,
                    figures, model)
                values (:number, :learntAt, :verdict, :inForce, :parcels, :cells, :knownUntil, :from, :until, :figures::jsonb, :model)
                """)
                .param("number", version.number()).param("learntAt", utc(version.learntAt()))
                .param("verdict", version.verdict().name()).param("inForce", version.inForce())
                .param("parcels", version.parcels()).param("cells", version.cells())
                .param("knownUntil", utc(version.knownUntil())).param("from", utc(version.triedFrom()))
                .param("until", utc(version.triedUntil()))
                .param("figures", json.writeValueAsString(version.figures())).param("model", DelayFile.write(model))
                .update();
        jdbc.sql(
                "update delay.version set model = null where not in_force and number <= :old and model is not null")
                .param("old", version.number() - MODELS_KEPT).update();
    }

    /** The number of the one in force; 0 while there is none. */
    int inForce() {
        return jdbc.sql("select coalesce(max(number), 0) from delay.version where in_force").query(Integer.class)
                .single();
    }

    Optional<DelayModel> model(int number) {
        return jdbc.sql("select learnt_at, model from delay.version where number = :number and model is not null")
                .param("number", number)
                .query((row, _) -> DelayFile.read(number, time(row, "learnt_at"), row.getBytes("model"))).optional();
    }

    /** The newest ones first. */
    List<DelayVersion> newest(int most) {
        return jdbc.sql(COLUMNS + "order by number desc limit :most").param("most", most)
                .query((row, _) -> version(row)).list();
    }

    Optional<DelayVersion> find(int number) {
        return jdbc.sql(COLUMNS + "where number = :number").param("number", number).query((row, _) -> version(row))
                .optional();
    }

    private DelayVersion version(ResultSet row) throws SQLException {
        return new DelayVersion(row.getInt("number"), time(row, "learnt_at"), Verdict.valueOf(row.getString("verdict")),
                row.getBoolean("in_force"), row.getLong("parcels"), row.getInt("cells"), time(row, "known_until"),
                time(row, "tried_from"), time(row, "tried_until"),
                json.readValue(row.getString("figures"), DelayFigures.class));
    }
}
