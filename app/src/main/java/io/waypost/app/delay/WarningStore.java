package io.waypost.app.delay;

import static io.waypost.app.delay.DelayProgressStore.time;
import static io.waypost.app.delay.DelayProgressStore.utc;
import static io.waypost.app.delay.DelayProgressStore.utcOrNull;

import io.waypost.app.delay.Warning.Standing;
import io.waypost.core.delay.DelayFinding;
import io.waypost.core.delay.Salvage.Chance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL by which warnings are kept. */
@Repository
class WarningStore {

    private static final Duration KEPT = Duration.ofDays(90);

    private static final String PUT = """
            insert into delay.warning (id, waybill, number, kind, raised_at, found_at, raised_risk, promised_at, version, judged_at, known_at,
                site, unit_path, risk, early_at, expected_at, late_at, cases, chance, rank, act_by, ordered_by, reason, reason_stage,
                reason_site, reason_hours, last_type, last_stage, last_site, last_at)
            values (:id, :waybill, :number, :kind, :raisedAt, :judgedAt, :raisedRisk, :promisedAt, :version, :judgedAt, :knownAt,
                :site, :path, :risk, :early, :expected, :late, :cases, :chance, :rank, :actBy, :orderedBy, :reason, :reasonStage,
                :reasonSite, :reasonHours, :lastType, :lastStage, :lastSite, :lastAt)
            on conflict (id) do update set promised_at = excluded.promised_at, version = excluded.version, judged_at = excluded.judged_at,
                known_at = excluded.known_at, site = excluded.site, unit_path = excluded.unit_path, risk = excluded.risk,
                early_at = excluded.early_at, expected_at = excluded.expected_at, late_at = excluded.late_at, cases = excluded.cases,
                chance = excluded.chance, rank = excluded.rank, act_by = excluded.act_by, ordered_by = excluded.ordered_by,
                reason = excluded.reason, reason_stage = excluded.reason_stage, reason_site = excluded.reason_site,
                reason_hours = excluded.reason_hours, last_type = excluded.last_type, last_stage = excluded.last_stage,
                last_site = excluded.last_site, last_at = excluded.last_at
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    WarningStore(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** A warning that is over. */
    record Over(UUID id, Instant at, DelayFinding.Cause cause) {}

    /** The warnings that stand of those parcels. */
    Map<String, Standing> standing(Collection<String> waybills) {
        var standing = new HashMap<String, Standing>();
        jdbc.sql("""
                select id, waybill, number, kind, raised_at, promised_at, raised_risk, known_at from delay.warning
                where waybill = any (:waybills) and cleared_at is null
                """).param("waybills", waybills.toArray(String[]::new))
                .query(row -> {
                    standing.put(row.getString("waybill"), standing(row));
                });
        return standing;
    }

    /** How many warnings those parcels have had; parcels without any are missing. */
    Map<String, Integer> numbers(Collection<String> waybills) {
        var numbers = new HashMap<String, Integer>();
        jdbc.sql("""
                select waybill, max(number) + 1 as number from delay.warning where waybill = any (:waybills) group by waybill
                """).param("waybills", waybills.toArray(String[]::new))
                .query(row -> {
                    numbers.put(row.getString("waybill"), row.getInt("number"));
                });
        return numbers;
    }

    /** The parcels with a warning that has not been judged since, in order, after the given one. */
    List<String> notJudgedSince(Instant instant, String after, int most) {
        return jdbc.sql("""
                select waybill from delay.warning
                where cleared_at is null and judged_at < :instant and waybill > :after order by waybill limit :most
                """).param("instant", utc(instant)).param("after", after).param("most", most)
                .query((row, _) -> row.getString("waybill")).list();
    }

    void put(List<Warning> warnings) {
        batch.batchUpdate(PUT,
                warnings.stream().map(WarningStore::parameters).toArray(MapSqlParameterSource[]::new));
    }

    void clear(List<Over> over) {
        batch.batchUpdate("update delay.warning set cleared_at = :at, cause = :cause where id = :id",
                over.stream()
                        .map(one -> new MapSqlParameterSource("id", one.id()).addValue("at", utc(one.at()))
                                .addValue("cause", one.cause().name()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** Deletes what has been over for long. */
    void forget(Instant now) {
        jdbc.sql("delete from delay.warning where cleared_at < :at").param("at", utc(now.minus(KEPT))).update();
    }

    void moveUnits(String oldPrefix, String newPrefix) {
        jdbc.sql("""
                update delay.warning set unit_path = :new || substr(unit_path, length(:old) + 1)
                where starts_with(unit_path, :old)
                """).param("new", newPrefix).param("old", oldPrefix).update();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var finding = new DelayFinding(row.getObject("id", UUID.class), row.getString("waybill"),
                DelayFinding.Kind.valueOf(row.getString("kind")), time(row, "raised_at"), time(row, "promised_at"),
                row.getDouble("raised_risk"));
        return new Standing(finding, row.getInt("number"), time(row, "known_at"));
    }

    private static MapSqlParameterSource parameters(Warning one) {
        var finding = one.finding();
        var estimate = one.estimate();
        var salvage = one.salvage();
        var reason = one.reason();
        var stage = reason.stage();
        var last = one.last();
        return new MapSqlParameterSource("id", finding.id())
                .addValue("waybill", finding.waybill()).addValue("number", one.number())
                .addValue("kind", finding.kind().name()).addValue("raisedAt", utc(finding.raisedAt()))
                .addValue("raisedRisk", finding.risk()).addValue("promisedAt", utc(finding.promisedAt()))
                .addValue("version", one.version()).addValue("judgedAt", utc(one.judgedAt()))
                .addValue("knownAt", utc(one.knownAt())).addValue("site", one.site())
                .addValue("path", one.unitPath()).addValue("risk", estimate.risk())
                .addValue("early", utcOrNull(estimate.early())).addValue("expected", utcOrNull(estimate.expected()))
                .addValue("late", utcOrNull(estimate.late())).addValue("cases", estimate.cases())
                .addValue("chance", salvage.chance().name()).addValue("rank", rank(salvage.chance()))
                .addValue("actBy", utcOrNull(salvage.actBy())).addValue("orderedBy", utc(salvage.orderedBy()))
                .addValue("reason", reason.code().name()).addValue("reasonStage", stage == null ? null : stage.name())
                .addValue("reasonSite", reason.site()).addValue("reasonHours", reason.hours())
                .addValue("lastType", last.type().name()).addValue("lastStage", last.stage().name())
                .addValue("lastSite", last.site()).addValue("lastAt", utc(last.at()));
    }

    private static int rank(Chance chance) {
        return switch (chance) {
            case SAVEABLE -> 0;
            case HARDLY -> 1;
            case LATE -> 2;
        };
    }
}
