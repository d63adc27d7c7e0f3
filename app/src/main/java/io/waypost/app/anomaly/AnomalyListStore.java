package io.waypost.app.anomaly;

import io.waypost.core.anomaly.AnomalyKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The SQL of the lists and counts of anomalies, within the actor's scope. */
@Repository
class AnomalyListStore {

    private final JdbcClient jdbc;

    AnomalyListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which to list.
     *
     * @param unitPath of sites at or below that path
     * @param standing whether those that stand, or those that are over
     */
    record Filter(String unitPath, @Nullable AnomalyKind kind, boolean standing) {}

    record Counted(AnomalyKind kind, long standing, long raised, long retracted) {}

    record Day(LocalDate day, AnomalyKind kind, long raised) {}

    record Mistakes(String site, AnomalyKind kind, long count) {}

    /** The newest first. */
    List<KeptAnomaly> list(Filter filter, @Nullable Instant raisedBefore, @Nullable UUID idBefore, int most) {
        return asked("select * from anomaly.finding", filter, """
                  and (cast(:at as timestamptz) is null or (raised_at, id) < (:at, cast(:id as uuid)))
                order by raised_at desc, id desc limit :most
                """).param("at", raisedBefore == null ? null : raisedBefore.atOffset(ZoneOffset.UTC))
                .param("id", idBefore).param("most", most).query((row, _) -> AnomalyStore.kept(row)).list();
    }

    long count(Filter filter) {
        return asked("select count(*) from anomaly.finding", filter, "").query(Long.class).single();
    }

    List<Counted> counts(String unitPath, Instant since) {
        return jdbc.sql("""
                select kind, count(*) filter (where ended_at is null) as standing,
                       count(*) filter (where raised_at >= :since) as raised,
                       count(*) filter (where raised_at >= :since and ended_by = 'RETRACTED') as retracted
                from anomaly.finding
                where (ended_at is null or raised_at >= :since) and unit_path >= :low and unit_path < :high group by kind
                """).param("since", since.atOffset(ZoneOffset.UTC)).param("low", unitPath)
                .param("high", unitPath + "~")
                .query((row, _) -> new Counted(AnomalyKind.valueOf(row.getString("kind")), row.getLong("standing"),
                        row.getLong("raised"), row.getLong("retracted")))
                .list();
    }

    List<Day> days(String unitPath, Instant since) {
        return jdbc.sql("""
                select (raised_at at time zone 'Asia/Shanghai')::date as day, kind, count(*) as raised from anomaly.finding
                where raised_at >= :since and ended_by is distinct from 'RETRACTED' and unit_path >= :low and unit_path < :high
                group by day, kind order by day, kind
                """).param("since", since.atOffset(ZoneOffset.UTC)).param("low", unitPath)
                .param("high", unitPath + "~")
                .query((row, _) -> new Day(row.getObject("day", LocalDate.class),
                        AnomalyKind.valueOf(row.getString("kind")), row.getLong("raised")))
                .list();
    }

    /** The sites that caused most of what has to be put right at or below the path. */
    List<Mistakes> causers(String unitPath, Instant since, int most) {
        return jdbc.sql("""
                select coalesce(caused_by, site) as causer, kind, count(*) as mistakes from anomaly.finding
                where raised_at >= :since and ended_by is distinct from 'RETRACTED' and unit_path >= :low and unit_path < :high
                group by causer, kind order by mistakes desc, causer, kind limit :most
                """).param("since", since.atOffset(ZoneOffset.UTC)).param("low", unitPath)
                .param("high", unitPath + "~").param("most", most)
                .query((row, _) -> new Mistakes(row.getString("causer"), AnomalyKind.valueOf(row.getString("kind")),
                        row.getLong("mistakes")))
                .list();
    }

    private StatementSpec asked(String select, Filter filter, String rest) {
        var kind = filter.kind();
        return jdbc.sql(select + """
                 where unit_path >= :low and unit_path < :high and (ended_at is null) = :standing
                  and (cast(:kind as text) is null or kind = :kind)
                """ + rest).param("low", filter.unitPath()).param("high", filter.unitPath() + "~")
                .param("standing", filter.standing()).param("kind", kind == null ? null : kind.name());
    }
}
