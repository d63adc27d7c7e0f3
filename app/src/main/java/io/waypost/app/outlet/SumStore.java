package io.waypost.app.outlet;

import io.waypost.app.kernel.Columns;
import io.waypost.core.outlet.OutletFlow;
import io.waypost.core.outlet.OutletSums.Held;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL that adds to the sums. */
@Repository
class SumStore {

    private final JdbcClient jdbc;

    SumStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What happened at a site in the hour. */
    record FlowRow(String site, Instant hour, Map<OutletFlow, Long> counts) {

        long of(OutletFlow flow) {
            return counts.getOrDefault(flow, 0L);
        }
    }

    /** Attempts in an area of an outlet on a day. */
    record AttemptKey(String site, String area, LocalDate day) {}

    /** A place that was scanned at, with its path, and the last hour of it. */
    record SiteRow(String site, String unitPath, Instant hour) {}

    void sites(Collection<SiteRow> rows) {
        jdbc.sql("""
                insert into outlet.site as s (site, unit_path, last_hour)
                select site, path, outlet.instant(hour) from unnest(:sites::text[], :paths::text[], :hours::int8[]) as n (site, path, hour)
                on conflict (site) do update set unit_path = excluded.unit_path, last_hour = greatest(s.last_hour, excluded.last_hour)
                """)
                .param("sites", Columns.texts(rows, SiteRow::site))
                .param("paths", Columns.texts(rows, SiteRow::unitPath))
                .param("hours", Columns.instants(rows, SiteRow::hour)).update();
    }

    void flows(Collection<FlowRow> rows) {
        Function<OutletFlow, Object> column = flow -> Columns.longs(rows, row -> row.of(flow));
        jdbc.sql("""
                insert into outlet.flow as f (site, hour, scanned, entered, gone, sent, unseen, given, delivered, failed, returned)
                select site, outlet.instant(hour), scanned, entered, gone, sent, unseen, given, delivered, failed, returned
                from unnest(:sites::text[], :hours::int8[], :scanned::int8[], :entered::int8[], :gone::int8[], :sent::int8[],
                            :unseen::int8[], :given::int8[], :delivered::int8[], :failed::int8[], :returned::int8[])
                     as n (site, hour, scanned, entered, gone, sent, unseen, given, delivered, failed, returned)
                on conflict (site, hour) do update set
                    scanned = f.scanned + excluded.scanned, entered = f.entered + excluded.entered, gone = f.gone + excluded.gone,
                    sent = f.sent + excluded.sent, unseen = f.unseen + excluded.unseen, given = f.given + excluded.given,
                    delivered = f.delivered + excluded.delivered, failed = f.failed + excluded.failed,
                    returned = f.returned + excluded.returned
                """)
                .param("sites", Columns.texts(rows, FlowRow::site))
                .param("hours", Columns.instants(rows, FlowRow::hour))
                .param("scanned", column.apply(OutletFlow.SCANNED)).param("entered", column.apply(OutletFlow.ENTERED))
                .param("gone", column.apply(OutletFlow.LEFT)).param("sent", column.apply(OutletFlow.SENT))
                .param("unseen", column.apply(OutletFlow.UNSEEN)).param("given", column.apply(OutletFlow.OUT))
                .param("delivered", column.apply(OutletFlow.DELIVERED))
                .param("failed", column.apply(OutletFlow.FAILED)).param("returned", column.apply(OutletFlow.RETURNED))
                .update();
    }

    void held(Map<Held, Long> rows) {
        var entries = List.copyOf(rows.entrySet());
        jdbc.sql("""
                insert into outlet.held as h (site, since, parcels)
                select site, outlet.instant(since), parcels
                from unnest(:sites::text[], :hours::int8[], :parcels::int8[]) as n (site, since, parcels)
                on conflict (site, since) do update set parcels = h.parcels + excluded.parcels
                """)
                .param("sites", Columns.texts(entries, entry -> entry.getKey().site()))
                .param("hours", Columns.instants(entries, entry -> entry.getKey().hour()))
                .param("parcels", Columns.longs(entries, Map.Entry::getValue)).update();
    }

    void attempts(Map<AttemptKey, long[]> rows) {
        var entries = List.copyOf(rows.entrySet());
        jdbc.sql("""
                insert into outlet.attempt as a (site, area, day, attempts, failed)
                select site, area, day::date, attempts, failed
                from unnest(:sites::text[], :areas::text[], :days::text[], :attempts::int8[], :failed::int8[])
                     as n (site, area, day, attempts, failed)
                on conflict (site, area, day) do update set
                    attempts = a.attempts + excluded.attempts, failed = a.failed + excluded.failed
                """)
                .param("sites", Columns.texts(entries, entry -> entry.getKey().site()))
                .param("areas", Columns.texts(entries, entry -> entry.getKey().area()))
                .param("days", Columns.texts(entries, entry -> entry.getKey().day().toString()))
                .param("attempts", Columns.longs(entries, entry -> entry.getValue()[0]))
                .param("failed", Columns.longs(entries, entry -> entry.getValue()[1])).update();
    }

    /** What is too old to be looked at; parcels that lie nowhere any more. */
    void forget(Instant flows, Instant readings, LocalDate attempts) {
        jdbc.sql("delete from outlet.flow where hour < :at").param("at", flows.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("delete from outlet.reading where hour < :at").param("at", readings.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("delete from outlet.attempt where day < :day").param("day", attempts).update();
        jdbc.sql("delete from outlet.held where parcels = 0").update();
    }
}
