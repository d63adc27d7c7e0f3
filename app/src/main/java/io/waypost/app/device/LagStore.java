package io.waypost.app.device;

import io.waypost.app.kernel.Columns;
import io.waypost.app.parcel.Journeys.DeviceLag;
import io.waypost.core.watch.LagHistogram;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The SQL on how late each scanner brings its scans in. */
@Repository
class LagStore {

    static final String SUMS = IntStream.rangeClosed(1, LagHistogram.BOUNDS.size() + 1)
            .mapToObj("sum(counts[%d])::bigint"::formatted).collect(Collectors.joining(", ", "array[", "]"));

    private final JdbcClient jdbc;

    LagStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All scans of a device at a site. */
    record Seen(String device, String site, String unitPath, long lagSeconds, LagHistogram histogram,
            Instant lastArrivedAt) {}

    @Nullable
    Instant countedUntil() {
        return at("select counted_until as at from device.progress");
    }

    @Nullable
    Instant lockCountedUntil() {
        return at("select counted_until as at from device.progress for update");
    }

    void counted(Instant until) {
        jdbc.sql("update device.progress set counted_until = :at").param("at", until.atOffset(ZoneOffset.UTC)).update();
    }

    @Nullable
    Instant judgedAt() {
        return at("select judged_at as at from device.progress");
    }

    @Nullable
    Instant lockJudgedAt() {
        return at("select judged_at as at from device.progress for update");
    }

    void judged(Instant when) {
        jdbc.sql("update device.progress set judged_at = :at").param("at", when.atOffset(ZoneOffset.UTC)).update();
    }

    /** Adds what arrived since the last call; the caller moves the progress in the same transaction. */
    void add(List<DeviceLag> lags, Function<String, String> pathOf) {
        with(lags, pathOf, """
                insert into device.lag as l (hour, device, site, unit_path, lag_seconds, counts, last_at)
                select timestamptz 'epoch' + hour * interval '1 microsecond', device, site, unit_path, lag_seconds,
                       string_to_array(counts, ' ')::bigint[], timestamptz 'epoch' + last_at * interval '1 microsecond'
                from unnest(:hours::int8[], :devices::text[], :sites::text[], :paths::text[], :seconds::int8[], :counts::text[],
                            :lastAts::int8[]) as n (hour, device, site, unit_path, lag_seconds, counts, last_at)
                on conflict (hour, device, site) do update set
                    lag_seconds = l.lag_seconds + excluded.lag_seconds, last_at = greatest(l.last_at, excluded.last_at),
                    counts = array(select a + b from unnest(l.counts, excluded.counts) with ordinality as u (a, b, i) order by i)
                """).update();
        with(lags, pathOf, """
                insert into device.recent as l (device, site, unit_path, lag_seconds, counts, last_at)
                select device, site, max(unit_path), sum(lag_seconds), %s, timestamptz 'epoch' + max(last_at) * interval '1 microsecond'
                from (select device, site, unit_path, lag_seconds, last_at, string_to_array(text, ' ')::bigint[] as counts
                      from unnest(:hours::int8[], :devices::text[], :sites::text[], :paths::text[], :seconds::int8[], :counts::text[],
                                  :lastAts::int8[]) as n (hour, device, site, unit_path, lag_seconds, text, last_at)
                      where timestamptz 'epoch' + hour * interval '1 microsecond' >= (select dropped_until from device.progress)) as n
                group by device, site order by device, site
                on conflict (device, site) do update set
                    lag_seconds = l.lag_seconds + excluded.lag_seconds, last_at = greatest(l.last_at, excluded.last_at),
                    counts = array(select a + b from unnest(l.counts, excluded.counts) with ordinality as u (a, b, i) order by i)
                """.formatted(SUMS)).update();
    }

    /** A statement on the lags as arrays, one row each. */
    private StatementSpec with(List<DeviceLag> lags, Function<String, String> pathOf, String sql) {
        return jdbc.sql(sql)
                .param("hours", Columns.instants(lags, DeviceLag::hour))
                .param("devices", Columns.texts(lags, DeviceLag::device))
                .param("sites", Columns.texts(lags, DeviceLag::site))
                .param("paths", Columns.texts(lags, lag -> pathOf.apply(lag.site())))
                .param("seconds", Columns.longs(lags, DeviceLag::lagSeconds))
                .param("counts", Columns.texts(lags, lag -> lag.histogram().counts().stream().map(String::valueOf)
                        .collect(Collectors.joining(" "))))
                .param("lastAts", Columns.instants(lags, DeviceLag::lastArrivedAt));
    }

    /** Hours before the instant no longer count as recent; the caller holds the lock on the progress. */
    void dropBefore(Instant hour) {
        int moved = jdbc.sql("""
                with dropped as (
                    select device, site, sum(lag_seconds)::bigint as lag_seconds, %s as counts from device.lag
                    where hour >= (select dropped_until from device.progress) and hour < :hour group by device, site
                )
                update device.recent r set lag_seconds = r.lag_seconds - d.lag_seconds,
                    counts = array(select a - b from unnest(r.counts, d.counts) with ordinality as u (a, b, i) order by i)
                from dropped d where d.device = r.device and d.site = r.site
                """.formatted(SUMS)).param("hour", hour.atOffset(ZoneOffset.UTC)).update();
        if (moved > 0) {
            jdbc.sql("delete from device.recent where 0 = all (counts)").update();
        }
        jdbc.sql("update device.progress set dropped_until = greatest(dropped_until, :hour)")
                .param("hour", hour.atOffset(ZoneOffset.UTC)).update();
    }

    void forget(Instant before) {
        jdbc.sql("delete from device.lag where hour < :before").param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    void move(String oldPrefix, String newPrefix) {
        for (var table : List.of("lag", "recent", "scanner", "verdict")) {
            jdbc.sql("""
                    update device.%s set unit_path = :new || substr(unit_path, length(:old) + 1)
                    where starts_with(unit_path, :old)
                    """.formatted(table)).param("new", newPrefix).param("old", oldPrefix).update();
        }
    }

    /** The last three days, one row a device and site of those at or below the path. */
    List<Seen> seen(String unitPath) {
        return jdbc.sql("""
                select device, site, unit_path, lag_seconds, last_at, counts from device.recent where starts_with(unit_path, :path)
                """)
                .param("path", unitPath)
                .query((row, _) -> new Seen(row.getString("device"), row.getString("site"), row.getString("unit_path"),
                        row.getLong("lag_seconds"), counts(row),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The last three days of one device, at all sites together. */
    LagHistogram of(String device) {
        return jdbc.sql("select counts from device.recent where device = :device").param("device", device)
                .query((row, _) -> counts(row)).list().stream().reduce(LagHistogram.EMPTY, LagHistogram::plus);
    }

    static LagHistogram counts(ResultSet row) throws SQLException {
        return new LagHistogram(List.of((Long[]) row.getArray("counts").getArray()));
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
}
