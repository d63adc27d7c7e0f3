package io.waypost.app.outlet;

import static io.waypost.app.outlet.CountProgressStore.utc;

import io.waypost.app.kernel.Columns;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.outlet.AbnormalCause;
import io.waypost.core.outlet.HourReading;
import io.waypost.core.outlet.Vigil;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of readings, and of what is remembered from hour to hour. */
@Repository
class ReadingStore {

    /** What has lain for longer is lost rather than waiting. */
    static final Duration LOST = Duration.ofDays(30);

    private static final Duration AGED = Duration.ofDays(1);

    private final JdbcClient jdbc;

    ReadingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next sites of an hour, in order: those at which anything was counted lately. */
    List<String> sites(String after, Instant since, int most) {
        return jdbc.sql("""
                select site from outlet.site where site > :after and last_hour >= :since order by site limit :most
                """)
                .param("after", after).param("since", utc(since)).param("most", most)
                .query((row, _) -> Objects.requireNonNull(row.getString("site"))).list();
    }

    /** How the sites stood at the end of the hour, without what is silent. */
    Map<String, HourReading> take(Collection<String> sites, Instant hour) {
        var end = hour.plus(Duration.ofHours(1));
        var day = Counting.day(hour).atStartOfDay(Holidays.ZONE).toInstant();
        var readings = new HashMap<String, HourReading>();
        jdbc.sql("""
                select n.site, coalesce(h.parcels, 0) - coalesce(f.later, 0) as backlog, coalesce(h.aged, 0) as aged,
                       coalesce(f.scans, 0) as scans, coalesce(f.given, 0) as given, coalesce(f.delivered, 0) as delivered,
                       coalesce(f.failed, 0) as failed
                from unnest(:sites::text[]) as n (site)
                left join lateral (
                    select sum(parcels) as parcels, sum(parcels) filter (where since < :aged) as aged
                    from outlet.held where held.site = n.site and since >= :lost) h on true
                left join lateral (
                    select sum(entered - gone) filter (where hour >= :end) as later, sum(scanned) filter (where hour = :hour) as scans,
                           sum(given) filter (where hour < :end) as given, sum(delivered) filter (where hour < :end) as delivered,
                           sum(failed) filter (where hour < :end) as failed
                    from outlet.flow where flow.site = n.site and hour >= :day) f on true
                """)
                .param("sites", Columns.texts(sites, site -> site)).param("aged", utc(end.minus(AGED)))
                .param("lost", utc(end.minus(LOST))).param("hour", utc(hour)).param("end", utc(end))
                .param("day", utc(day))
                .query(row -> {
                    long backlog = Math.max(0, row.getLong("backlog"));
                    readings.put(row.getString("site"), new HourReading(hour, backlog,
                            Math.clamp(row.getLong("aged"), 0, backlog), Math.max(0, row.getLong("scans")),
                            Math.max(0, row.getLong("given")), Math.max(0, row.getLong("delivered")),
                            Math.max(0, row.getLong("failed")), null));
                });
        return readings;
    }

    /** Keeps readings; one that is kept already stays as it was. */
    void keep(Map<String, HourReading> readings) {
        var rows = List.copyOf(readings.entrySet());
        jdbc.sql("""
                insert into outlet.reading (site, clock, hour, backlog, aged, scans, given, delivered, failed, silent)
                select site, clock, outlet.instant(hour), backlog, aged, scans, given, delivered, failed, silent
                from unnest(:sites::text[], :clocks::int4[], :hours::int8[], :backlogs::int8[], :aged::int8[], :scans::int8[],
                            :given::int8[], :delivered::int8[], :failed::int8[], :silent::int8[])
                     as n (site, clock, hour, backlog, aged, scans, given, delivered, failed, silent)
                on conflict do nothing
                """)
                .param("sites", Columns.texts(rows, Map.Entry::getKey))
                .param("clocks", Columns.ints(rows, row -> clock(row.getValue().hour())))
                .param("hours", Columns.instants(rows, row -> row.getValue().hour()))
                .param("backlogs", Columns.longs(rows, row -> row.getValue().backlog()))
                .param("aged", Columns.longs(rows, row -> row.getValue().aged()))
                .param("scans", Columns.longs(rows, row -> row.getValue().scans()))
                .param("given", Columns.longs(rows, row -> row.getValue().out()))
                .param("delivered", Columns.longs(rows, row -> row.getValue().delivered()))
                .param("failed", Columns.longs(rows, row -> row.getValue().failed()))
                .param("silent", Columns.longs(rows, row -> row.getValue().silent())).update();
    }

    /** Readings of the same hour of the day before the given hour, by site. */
    Map<String, List<HourReading>> sameHour(Collection<String> sites, Instant since, Instant hour) {
        return grouped(jdbc.sql("""
                select * from outlet.reading
                where site = any (:sites) and clock = :clock and hour >= :since and hour < :hour
                """)
                .param("sites", sites.toArray(String[]::new)).param("clock", clock(hour)).param("since", utc(since))
                .param("hour", utc(hour)));
    }

    /** All readings of the sites since then, by site, in their order. */
    Map<String, List<HourReading>> since(Collection<String> sites, Instant since) {
        return grouped(
                jdbc.sql("select * from outlet.reading where site = any (:sites) and hour >= :since order by hour")
                        .param("sites", sites.toArray(String[]::new)).param("since", utc(since)));
    }

    Map<String, Map<AbnormalCause, Vigil>> vigils(Collection<String> sites) {
        var bySite = new HashMap<String, Map<AbnormalCause, Vigil>>();
        jdbc.sql("select * from outlet.vigil where site = any (:sites)").param("sites", sites.toArray(String[]::new))
                .query(row -> {
                    bySite.computeIfAbsent(row.getString("site"), _ -> new EnumMap<>(AbnormalCause.class))
                            .put(AbnormalCause.valueOf(row.getString("cause")), new Vigil(row.getInt("strikes"),
                                    row.getInt("calm"), CountProgressStore.instant(row, "raised")));
                });
        return bySite;
    }

    void remember(String site, Map<AbnormalCause, Vigil> vigils) {
        jdbc.sql("delete from outlet.vigil where site = :site").param("site", site).update();
        vigils.forEach((cause, vigil) -> {
            if (!vigil.equals(Vigil.NONE)) {
                var raised = vigil.raised();
                jdbc.sql("""
                        insert into outlet.vigil (site, cause, strikes, calm, raised) values (:site, :cause, :strikes, :calm, :raised)
                        """).param("site", site).param("cause", cause.name()).param("strikes", vigil.strikes())
                        .param("calm", vigil.calm()).param("raised", raised == null ? null : utc(raised)).update();
            }
        });
    }

    private static Map<String, List<HourReading>> grouped(JdbcClient.StatementSpec statement) {
        var bySite = new HashMap<String, List<HourReading>>();
        statement.query(row -> {
            bySite.computeIfAbsent(row.getString("site"), _ -> new ArrayList<>()).add(reading(row));
        });
        return bySite;
    }

    private static HourReading reading(ResultSet row) throws SQLException {
        return new HourReading(Objects.requireNonNull(CountProgressStore.instant(row, "hour")), row.getLong("backlog"),
                row.getLong("aged"), row.getLong("scans"), row.getLong("given"), row.getLong("delivered"),
                row.getLong("failed"), row.getObject("silent", Long.class));
    }

    private static int clock(Instant hour) {
        return hour.atZone(Holidays.ZONE).getHour();
    }
}
