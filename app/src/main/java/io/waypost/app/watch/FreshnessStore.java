package io.waypost.app.watch;

import io.waypost.app.kernel.Columns;
import io.waypost.app.parcel.Journeys.Lag;
import io.waypost.core.watch.LagHistogram;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on how late scans arrive, and on how far counting and learning have come. */
@Repository
class FreshnessStore {

    private final JdbcClient jdbc;

    FreshnessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    Instant countedUntil() {
        return at("select counted_until as at from watch.progress");
    }

    @Nullable
    Instant lockCountedUntil() {
        return at("select counted_until as at from watch.progress for update");
    }

    void counted(Instant until) {
        jdbc.sql("update watch.progress set counted_until = :at").param("at", until.atOffset(ZoneOffset.UTC)).update();
    }

    @Nullable
    Instant learntAt() {
        return at("select learnt_at as at from watch.progress");
    }

    @Nullable
    Instant lockLearntAt() {
        return at("select learnt_at as at from watch.progress for update");
    }

    void learnt(Instant when) {
        jdbc.sql("update watch.progress set learnt_at = :at").param("at", when.atOffset(ZoneOffset.UTC)).update();
    }

    /**
     * Adds to what is known of these minutes, of which others may know more: timelines and the network's stream are counted one by one.
     * Whoever adds does so in the same order, so that two never wait for each other.
     */
    void add(List<Lag> lags, Function<String, String> pathOf) {
        jdbc.sql("""
                insert into watch.freshness as f (minute, site, unit_path, scans, lag_seconds, counts, last_at)
                select watch.instant(minute), site, unit_path, scans, lag_seconds, string_to_array(counts, ' ')::bigint[],
                       watch.instant(last_at)
                from unnest(:minutes::int8[], :sites::text[], :paths::text[], :scans::int8[], :seconds::int8[], :counts::text[],
                            :lastAts::int8[]) as n (minute, site, unit_path, scans, lag_seconds, counts, last_at)
                order by minute, site
                on conflict (minute, site) do update set
                    scans = f.scans + excluded.scans, lag_seconds = f.lag_seconds + excluded.lag_seconds,
                    last_at = greatest(f.last_at, excluded.last_at),
                    counts = array(select a + b from unnest(f.counts, excluded.counts) with ordinality as u (a, b, i) order by i)
                """)
                .param("minutes", Columns.instants(lags, Lag::minute))
                .param("sites", Columns.texts(lags, Lag::site))
                .param("paths", Columns.texts(lags, lag -> pathOf.apply(lag.site())))
                .param("scans", Columns.longs(lags, lag -> lag.histogram().scans()))
                .param("seconds", Columns.longs(lags, Lag::lagSeconds))
                .param("counts", Columns.texts(lags, lag -> text(lag.histogram())))
                .param("lastAts", Columns.instants(lags, Lag::lastArrivedAt))
                .update();
    }

    /** How late the scans of each site arrived since the instant. */
    Map<String, LagHistogram> bySite(Instant since) {
        var bySite = new HashMap<String, LagHistogram>();
        jdbc.sql("select site, counts from watch.freshness where minute >= :since")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> Map.entry(row.getString("site"), histogram(row)))
                .stream()
                .forEach(entry -> bySite.merge(entry.getKey(), entry.getValue(), LagHistogram::plus));
        return bySite;
    }

    /** One row a site of those at or below the path. */
    List<Freshness.Site> sites(Instant since, Instant until, String unitPath) {
        return jdbc.sql("""
                select site, unit_path, scans, lag_seconds, counts, last_at from watch.freshness
                where minute >= :since and minute < :until and starts_with(unit_path, :path)
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("path", unitPath)
                .query((row, _) -> new Freshness.Site(row.getString("site"), row.getString("unit_path"),
                        row.getLong("lag_seconds"),
                        histogram(row), row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .stream()
                .collect(Collectors.toMap(Freshness.Site::site, Function.identity(), Freshness.Site::plus))
                .values()
                .stream()
                .toList();
    }

    /** Minutes before the instant are no longer needed. */
    int forget(Instant before) {
        return jdbc.sql("delete from watch.freshness where minute < :before")
                .param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    private @Nullable Instant at(String sql) {
        var at = new HashMap<String, Instant>();
        jdbc.sql(sql).query(row -> {
            var value = row.getObject("at", OffsetDateTime.class);
            if (value != null) {
                at.put("at", value.toInstant());
            }
        });
        return at.get("at");
    }

    private static String text(LagHistogram histogram) {
        return histogram.counts().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static LagHistogram histogram(ResultSet row) throws SQLException {
        return new LagHistogram(List.of((Long[]) row.getArray("counts").getArray()));
    }
}
