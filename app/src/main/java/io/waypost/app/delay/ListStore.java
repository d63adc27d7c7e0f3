package io.waypost.app.delay;

import static io.waypost.app.delay.DelayProgressStore.instant;
import static io.waypost.app.delay.DelayProgressStore.time;
import static io.waypost.app.delay.DelayProgressStore.utc;
import static io.waypost.app.delay.DelayProgressStore.utcOrNull;

import io.waypost.app.delay.DelayViews.Lived;
import io.waypost.core.delay.DelayFinding;
import io.waypost.core.delay.DelayReason;
import io.waypost.core.delay.Salvage.Chance;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL by which warnings are read, within the actor's scope. */
@Repository
class ListStore {

    private static final String WITHIN = " unit_path >= :low and unit_path < :high ";

    private final JdbcClient jdbc;

    ListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place in the list. */
    record Place(int rank, Instant orderedBy, String waybill) {}

    /** A warning as it is listed. */
    record Listed(Place place, String site, DelayFinding.Kind kind, Chance chance, double risk, Instant promisedAt,
            @Nullable Instant actBy, @Nullable Instant early, @Nullable Instant expected, @Nullable Instant late,
            int cases, DelayReason reason, ScanType lastType, Stage lastStage, String lastSite, Instant lastAt,
            Instant raisedAt, Instant judgedAt) {}

    /** How many there are of each chance. */
    record Counted(long saveable, long hardly, long late, @Nullable Instant firstActBy) {}

    /** Those of one site. */
    record OfSite(String site, Counted counted) {}

    /** The warnings that stand at or below the path, what can be saved first, after the given place. */
    List<Listed> list(String unitPath, @Nullable Chance chance, @Nullable Place after, int most) {
        return jdbc.sql("select * from delay.warning where cleared_at is null and" + WITHIN + """
                  and (cast(:chance as text) is null or chance = :chance)
                  and (cast(:rank as int) is null or (rank, ordered_by, waybill) > (:rank, cast(:at as timestamptz), cast(:waybill as text)))
                order by rank, ordered_by, waybill limit :most
                """)
                .param("low", unitPath).param("high", unitPath + "~")
                .param("chance", chance == null ? null : chance.name())
                .param("rank", after == null ? null : after.rank())
                .param("at", utcOrNull(after == null ? null : after.orderedBy()))
                .param("waybill", after == null ? null : after.waybill()).param("most", most)
                .query((row, _) -> listed(row)).list();
    }

    long count(String unitPath, @Nullable Chance chance, long most) {
        return jdbc.sql("select count(*) from (select 1 from delay.warning where cleared_at is null and" + WITHIN + """
                and (cast(:chance as text) is null or chance = :chance) limit :most) as counted
                """).param("low", unitPath).param("high", unitPath + "~")
                .param("chance", chance == null ? null : chance.name()).param("most", most)
                .query(Long.class).single();
    }

    Counted counted(String unitPath) {
        return jdbc.sql("select " + COUNTS + " from delay.warning where cleared_at is null and" + WITHIN)
                .param("low", unitPath).param("high", unitPath + "~").query((row, _) -> counted(row)).single();
    }

    /** The sites at or below the path that have something to save or to explain. */
    List<OfSite> bySite(String unitPath) {
        return jdbc.sql("select site, " + COUNTS + " from delay.warning where cleared_at is null and" + WITHIN
                + " group by site order by site")
                .param("low", unitPath).param("high", unitPath + "~")
                .query((row, _) -> new OfSite(row.getString("site"), counted(row))).list();
    }

    /** How warnings that ended since then came out. */
    Lived lived(String unitPath, Instant since, int days) {
        return jdbc.sql("""
                select count(*) filter (where kind = 'RISK' and cause in ('PROMISE_PASSED', 'DELIVERED_LATE')) as kept_word,
                       count(*) filter (where kind = 'RISK' and cause in ('DELIVERED_IN_TIME', 'BACK_ON_COURSE')) as wrong,
                       count(*) filter (where kind = 'BREACH' and raised_at >= :since) as missed,
                       count(*) filter (where kind = 'BREACH' and raised_at >= :since and exists (
                           select 1 from delay.warning r where r.waybill = w.waybill and r.kind = 'RISK' and r.cause = 'PROMISE_PASSED'
                       )) as foretold
                from delay.warning w
                where (cleared_at is null or cleared_at >= :since) and unit_path >= :low and unit_path < :high
                """).param("since", utc(since)).param("low", unitPath).param("high", unitPath + "~")
                .query((row, _) -> new Lived(days, row.getLong("kept_word"), row.getLong("wrong"),
                        row.getLong("missed"), row.getLong("foretold")))
                .single();
    }

    private static final String COUNTS = """
            count(*) filter (where chance = 'SAVEABLE') as saveable, count(*) filter (where chance = 'HARDLY') as hardly,
            count(*) filter (where chance = 'LATE') as late, min(act_by) as first_act_by""";

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(row.getLong("saveable"), row.getLong("hardly"), row.getLong("late"),
                instant(row, "first_act_by"));
    }

    private static Listed listed(ResultSet row) throws SQLException {
        var stage = row.getString("reason_stage");
        var reason = new DelayReason(DelayReason.Code.valueOf(row.getString("reason")),
                stage == null ? null : Stage.valueOf(stage), row.getString("reason_site"),
                row.getDouble("reason_hours"));
        return new Listed(new Place(row.getInt("rank"), time(row, "ordered_by"), row.getString("waybill")),
                row.getString("site"), DelayFinding.Kind.valueOf(row.getString("kind")),
                Chance.valueOf(row.getString("chance")), row.getDouble("risk"), time(row, "promised_at"),
                instant(row, "act_by"), instant(row, "early_at"), instant(row, "expected_at"), instant(row, "late_at"),
                row.getInt("cases"), reason, ScanType.valueOf(row.getString("last_type")),
                Stage.valueOf(row.getString("last_stage")), row.getString("last_site"), time(row, "last_at"),
                time(row, "raised_at"), time(row, "judged_at"));
    }
}
