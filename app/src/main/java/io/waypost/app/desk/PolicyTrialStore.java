package io.waypost.app.desk;

import static io.waypost.app.kernel.Rows.id;
import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.time;
import static io.waypost.app.kernel.Rows.timeOrNull;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.desk.PolicyTrial.State;
import io.waypost.app.desk.PolicyTrial.TrialResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of trials of routing policies. */
@Repository
class PolicyTrialStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PolicyTrialStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Queues a trial; false where one of that version is under way. */
    boolean insert(PolicyTrial trial) {
        return jdbc.sql("""
                insert into desk.policy_trial (id, version, revision, base, from_at, until_at, state, requested_by, requested_at)
                values (:id, :version, :revision, :base, :from, :until, 'QUEUED', :by, :at)
                on conflict (version) where state in ('QUEUED', 'RUNNING') do nothing
                """).param("id", trial.id()).param("version", trial.version()).param("revision", trial.revision())
                .param("base", trial.base()).param("from", utc(trial.from())).param("until", utc(trial.until()))
                .param("by", trial.requestedBy()).param("at", utc(trial.requestedAt())).update() == 1;
    }

    Optional<PolicyTrial> newest(int version) {
        return jdbc.sql(
                "select * from desk.policy_trial where version = :version order by requested_at desc, id desc limit 1")
                .param("version", version).query((row, _) -> trial(row)).optional();
    }

    /** Whether a trial waits, or its node is gone. */
    boolean waits(Instant now) {
        return jdbc.sql("""
                select exists (select 1 from desk.policy_trial
                    where state = 'QUEUED' or (state = 'RUNNING' and claimed_until < :now))
                """).param("now", utc(now)).query(Boolean.class).single();
    }

    /** Claims one until then; other nodes leave it alone. */
    Optional<PolicyTrial> claim(Instant now, Instant until) {
        return jdbc.sql("""
                update desk.policy_trial set state = 'RUNNING', claimed_until = :until where id = (
                    select id from desk.policy_trial
                    where state = 'QUEUED' or (state = 'RUNNING' and claimed_until < :now)
                    order by requested_at limit 1 for update skip locked)
                returning *
                """).param("now", utc(now)).param("until", utc(until)).query((row, _) -> trial(row)).optional();
    }

    void end(UUID id, State state, @Nullable TrialResult result, Instant at) {
        jdbc.sql("""
                update desk.policy_trial set state = :state, result = cast(:result as jsonb), ended_at = :at where id = :id
                """).param("id", id).param("state", state.name())
                .param("result", result == null ? null : json.writeValueAsString(result)).param("at", utc(at)).update();
    }

    private PolicyTrial trial(ResultSet row) throws SQLException {
        var result = row.getString("result");
        return new PolicyTrial(id(row, "id"), row.getInt("version"), row.getInt("revision"), row.getInt("base"),
                time(row, "from_at"), time(row, "until_at"), State.valueOf(text(row, "state")),
                result == null ? null : json.readValue(result, TrialResult.class), text(row, "requested_by"),
                time(row, "requested_at"), timeOrNull(row, "ended_at"));
    }
}
