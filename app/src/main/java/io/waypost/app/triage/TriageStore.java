package io.waypost.app.triage;

import io.waypost.app.triage.TriagePicture.Kept;
import io.waypost.core.triage.TriageRule;
import io.waypost.core.triage.Workload.WorkSharing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL on rules of triage and on which units share out. */
@Repository
@DependsOnDatabaseInitialization
class TriageStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TriageStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The number that grows with every change. */
    long number() {
        return jdbc.sql("select number from triage.revision").query(Long.class).single();
    }

    /** Takes the one lock under which triage is changed, and says which list of rules that is. */
    int lock() {
        return jdbc.sql("select rules from triage.revision for update").query(Integer.class).single();
    }

    /** Makes every node read again. */
    void changed(boolean rules) {
        jdbc.sql("update triage.revision set number = number + 1, rules = rules + :more").param("more", rules ? 1 : 0)
                .update();
    }

    /** Everything, as the transaction sees it. */
    TriagePicture picture() {
        return jdbc.sql("select number, rules from triage.revision")
                .query((row, _) -> new TriagePicture(row.getLong("number"), row.getInt("rules"), rules(), sharing()))
                .single();
    }

    List<Kept> rules() {
        return jdbc.sql("""
                select id, name, active, body, changed_at, changed_by from triage.rule order by position, id
                """).query((row, _) -> kept(row)).list();
    }

    void add(TriageRule rule, int position, Instant at, String by) {
        jdbc.sql("""
                insert into triage.rule (id, position, name, active, body, changed_at, changed_by)
                values (:id, :position, :name, :active, :body::jsonb, :at, :by)
                """)
                .param("id", rule.id()).param("position", position).param("name", rule.name())
                .param("active", rule.active()).param("body", json.writeValueAsString(RuleBody.of(rule)))
                .param("at", at.atOffset(ZoneOffset.UTC)).param("by", by).update();
    }

    void change(TriageRule rule, Instant at, String by) {
        jdbc.sql("""
                update triage.rule set name = :name, active = :active, body = :body::jsonb, changed_at = :at, changed_by = :by
                where id = :id
                """)
                .param("id", rule.id()).param("name", rule.name()).param("active", rule.active())
                .param("body", json.writeValueAsString(RuleBody.of(rule)))
                .param("at", at.atOffset(ZoneOffset.UTC)).param("by", by).update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from triage.rule where id = :id").param("id", id).update();
    }

    /** Numbers the rules anew in that order. */
    void order(List<UUID> ids) {
        jdbc.sql("update triage.rule set position = array_position(:ids, id)").param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** Keeps what somebody said of a unit; what units of its kind do anyway is not kept. */
    void share(String unitCode, WorkSharing sharing, Instant at, String by) {
        if (sharing == WorkSharing.DEFAULT) {
            jdbc.sql("delete from triage.sharing where unit_code = :unit").param("unit", unitCode).update();
            return;
        }
        jdbc.sql("""
                insert into triage.sharing (unit_code, sharing, changed_at, changed_by) values (:unit, :sharing, :at, :by)
                on conflict (unit_code) do update
                set sharing = excluded.sharing, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """)
                .param("unit", unitCode).param("sharing", sharing.name()).param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by).update();
    }

    private Map<String, WorkSharing> sharing() {
        var sharing = new HashMap<String, WorkSharing>();
        jdbc.sql("select unit_code, sharing from triage.sharing").query(row -> {
            sharing.put(row.getString("unit_code"), WorkSharing.valueOf(row.getString("sharing")));
        });
        return Map.copyOf(sharing);
    }

    private Kept kept(ResultSet row) throws SQLException {
        var rule = json.readValue(row.getString("body"), RuleBody.class)
                .rule(row.getObject("id", UUID.class), row.getString("name"), row.getBoolean("active"));
        return new Kept(rule, row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }
}
