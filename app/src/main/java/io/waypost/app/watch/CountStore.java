package io.waypost.app.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of the counts, within the actor's scope. */
@Repository
class CountStore implements WatchCounts {

    // A finding stands for weeks at most; its hour of clearing is looked for among those raised since.
    private static final Duration LONGEST_STANDING = Duration.ofDays(30);

    private final JdbcClient jdbc;

    CountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<UnderWay> underWay(Instant now, Duration watched) {
        return jdbc.sql("""
                select unit_path, count(*) as parcels,
                       count(*) filter (where finding_id is null and last_at < :watched
                                        and (pauses is null or jsonb_array_length(pauses) = 0)) as watch
                from watch.state where due is not null or finding_id is not null group by unit_path
                """)
                .param("watched", utc(now.minus(watched)))
                .query((row, _) -> new UnderWay(row.getString("unit_path"), row.getLong("parcels"),
                        row.getLong("watch")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Findings> findings(Instant since, Instant today, Instant yesterday) {
        return jdbc.sql("""
                select unit_path, count(*) filter (where cleared_at is null) as silent,
                       min(silent_since) filter (where cleared_at is null) as oldest,
                       count(*) filter (where raised_at >= :today) as raised_today,
                       count(*) filter (where raised_at >= :yesterday and raised_at < :today) as raised_yesterday,
                       count(*) filter (where raised_at >= :since and verdict = 'RIGHT') as right_ones,
                       count(*) filter (where raised_at >= :since and verdict = 'WRONG') as wrong_ones,
                       count(*) filter (where raised_at >= :since and verdict is null) as undecided
                from watch.finding where cleared_at is null or raised_at >= least(:since, :yesterday) group by unit_path
                """)
                .param("since", utc(since))
                .param("today", utc(today))
                .param("yesterday", utc(yesterday))
                .query((row, _) -> new Findings(row.getString("unit_path"), row.getLong("silent"),
                        instant(row, "oldest"), row.getLong("raised_today"), row.getLong("raised_yesterday"),
                        row.getLong("right_ones"), row.getLong("wrong_ones"), row.getLong("undecided")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Long> silent(Collection<String> unitPaths) {
        var byPath = new HashMap<String, Long>();
        jdbc.sql("""
                select unit_path, count(*) as silent from watch.finding
                where cleared_at is null and unit_path = any (:paths) group by unit_path
                """)
                .param("paths", unitPaths.toArray(String[]::new))
                .query(row -> {
                    byPath.put(row.getString("unit_path"), row.getLong("silent"));
                });
        return byPath;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Hour> hours(Instant since) {
        return jdbc.sql("""
                select unit_path, date_trunc('hour', at, 'UTC') as hour, sum(raised) as raised, sum(cleared) as cleared
                from (select unit_path, raised_at as at, 1 as raised, 0 as cleared
                      from watch.finding where raised_at >= :since
                      union all
                      select unit_path, cleared_at, 0, 1
                      from watch.finding where raised_at >= :longest and cleared_at >= :since) as steps
                group by unit_path, hour
                """)
                .param("since", utc(since))
                .param("longest", utc(since.minus(LONGEST_STANDING)))
                .query((row, _) -> new Hour(row.getString("unit_path"),
                        row.getObject("hour", OffsetDateTime.class).toInstant(), row.getLong("raised"),
                        row.getLong("cleared")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
