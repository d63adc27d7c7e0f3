package io.waypost.app.parcel;

import io.waypost.app.kernel.Columns;
import io.waypost.core.scan.Scan;
import io.waypost.core.scan.ScanFlag;
import io.waypost.core.scan.ScanType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on timelines. */
@Repository
class TimelineStore {

    private final JdbcClient jdbc;

    TimelineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Inserts the scans that are new; gives back their ids. */
    Set<UUID> insert(List<AppliedScan> scans, String source) {
        Function<Function<Scan, @Nullable String>, Object> text = value -> Columns.texts(scans,
                row -> value.apply(row.scan()));
        return new HashSet<>(jdbc.sql("""
                insert into parcel.scan (id, waybill, type, scanned_at, effective_at, arrived_at, site, next_site, device, operator, bag,
                                         weight_grams, remark, flags, source, event_id)
                select id, waybill, type, parcel.instant(scanned_at), parcel.instant(effective_at), parcel.instant(arrived_at), site,
                       next_site, device, operator, bag, weight_grams, remark, flags, :source, event_id
                from unnest(:ids::uuid[], :waybills::text[], :types::text[], :scannedAts::int8[], :effectiveAts::int8[],
                            :arrivedAts::int8[], :sites::text[], :nextSites::text[], :devices::text[], :operators::text[], :bags::text[],
                            :weights::int4[], :remarks::text[], :flags::text[], :eventIds::text[])
                     as n (id, waybill, type, scanned_at, effective_at, arrived_at, site, next_site, device, operator, bag,
                           weight_grams, remark, flags, event_id)
                on conflict do nothing
                returning id
                """)
                .param("source", source)
                .param("ids", Columns.ids(scans, AppliedScan::id))
                .param("waybills", text.apply(Scan::waybill))
                .param("types", text.apply(scan -> scan.type().name()))
                .param("scannedAts", Columns.instants(scans, row -> row.scan().scannedAt()))
                .param("effectiveAts", Columns.instants(scans, AppliedScan::effectiveAt))
                .param("arrivedAts", Columns.instants(scans, AppliedScan::arrivedAt))
                .param("sites", text.apply(Scan::site))
                .param("nextSites", text.apply(Scan::nextSite))
                .param("devices", text.apply(Scan::device))
                .param("operators", text.apply(Scan::operator))
                .param("bags", text.apply(Scan::bag))
                .param("weights", Columns.ints(scans, row -> row.scan().weightGrams()))
                .param("remarks", text.apply(Scan::remark))
                .param("flags", Columns.texts(scans, row -> flags(row.flags())))
                .param("eventIds", text.apply(Scan::eventId))
                .query(UUID.class)
                .list());
    }

    /** The timeline of a parcel, oldest first. */
    List<TimelineScan> of(String waybill) {
        return jdbc.sql("""
                select id, type, scanned_at, effective_at, arrived_at, site, next_site, device, operator, bag, weight_grams, remark,
                       flags, source
                from parcel.scan where waybill = :waybill
                """)
                .param("waybill", waybill)
                .query((row, _) -> scan(row))
                .stream()
                .sorted(TimelineScan.ORDER)
                .toList();
    }

    static TimelineScan scan(ResultSet row) throws SQLException {
        return new TimelineScan(
                row.getObject("id", UUID.class),
                ScanType.valueOf(row.getString("type")),
                instant(row, "scanned_at"),
                instant(row, "effective_at"),
                instant(row, "arrived_at"),
                row.getString("site"),
                row.getString("next_site"),
                row.getString("device"),
                row.getString("operator"),
                row.getString("bag"),
                row.getObject("weight_grams", Integer.class),
                row.getString("remark"),
                flags(row.getString("flags")),
                row.getString("source"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(ProgressStore.instant(row, column));
    }

    private static @Nullable String flags(Set<ScanFlag> flags) {
        return flags.isEmpty() ? null : flags.stream().map(ScanFlag::name).collect(Collectors.joining(" "));
    }

    static Set<ScanFlag> flags(@Nullable String text) {
        var flags = EnumSet.noneOf(ScanFlag.class);
        if (text != null) {
            Arrays.stream(text.split(" ")).map(ScanFlag::valueOf).forEach(flags::add);
        }
        return flags;
    }
}
