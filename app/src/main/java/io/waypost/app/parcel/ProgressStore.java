package io.waypost.app.parcel;

import io.waypost.app.kernel.Columns;
import io.waypost.core.scan.Progress;
import io.waypost.core.scan.ScanType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL by which scans move parcels on. */
@Repository
class ProgressStore {

    private static final String COLUMNS = """
            unnest(:waybills::text[], :statuses::text[], :lastTypes::text[], :lastAts::int8[], :lastSites::text[], :returnedAts::int8[],
                   :signedAts::int8[], :promisedAts::int8[], :weights::int4[], :origins::text[], :paths::text[], :firsts::int8[])
                as n (waybill, status, last_type, last_at, last_site, returned_at, signed_at, promised_at, weight_grams, origin_site, paths,
                      first_arrived_at)
            """;

    private final JdbcClient jdbc;

    ProgressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the known ones of the parcels until the end of the transaction, always in the same order. */
    Map<String, ParcelRow> lock(Collection<String> waybills) {
        var found = new HashMap<String, ParcelRow>();
        jdbc.sql("""
                select waybill, last_type, last_at, last_site, returned_at, signed_at, promised_at, weight_grams, origin_site,
                       recipient_division, unit_paths, first_arrived_at
                from parcel.parcel where waybill = any(:waybills) order by waybill for update
                """)
                .param("waybills", Columns.texts(waybills, waybill -> waybill))
                .query((row, _) -> row(row))
                .list()
                .forEach(row -> found.put(row.waybill(), row));
        return found;
    }

    /** Inserts parcels; gives back the waybills that were really new, the others having been inserted meanwhile. */
    Set<String> insert(List<ParcelRow> rows) {
        return new LinkedHashSet<>(bind("""
                insert into parcel.parcel (waybill, status, last_type, last_at, last_site, returned_at, signed_at, promised_at,
                                           weight_grams, origin_site, unit_paths, first_arrived_at)
                select waybill, status, last_type, parcel.instant(last_at), last_site, parcel.instant(returned_at),
                       parcel.instant(signed_at), parcel.instant(promised_at), weight_grams, origin_site,
                       string_to_array(paths, ' '), parcel.instant(first_arrived_at)
                from %s
                on conflict (waybill) do nothing
                returning waybill
                """, rows).query(String.class).list());
    }

    void update(List<ParcelRow> rows) {
        bind("""
                update parcel.parcel p
                set status = n.status, last_type = n.last_type, last_at = parcel.instant(n.last_at), last_site = n.last_site,
                    returned_at = parcel.instant(n.returned_at), signed_at = parcel.instant(n.signed_at),
                    promised_at = parcel.instant(n.promised_at), weight_grams = n.weight_grams, origin_site = n.origin_site,
                    unit_paths = string_to_array(n.paths, ' ')
                from %s
                where p.waybill = n.waybill
                """, rows).update();
    }

    private JdbcClient.StatementSpec bind(String sql, List<ParcelRow> rows) {
        return jdbc.sql(sql.formatted(COLUMNS))
                .param("waybills", Columns.texts(rows, ParcelRow::waybill))
                .param("statuses", Columns.texts(rows, row -> row.progress().status().name()))
                .param("lastTypes", Columns.texts(rows, ParcelRow::lastType))
                .param("lastAts", Columns.instants(rows, ParcelRow::lastAt))
                .param("lastSites", Columns.texts(rows, ParcelRow::lastSite))
                .param("returnedAts", Columns.instants(rows, row -> row.progress().returnedFrom()))
                .param("signedAts", Columns.instants(rows, ParcelRow::signedAt))
                .param("promisedAts", Columns.instants(rows, ParcelRow::promisedAt))
                .param("weights", Columns.ints(rows, ParcelRow::weightGrams))
                .param("origins", Columns.texts(rows, ParcelRow::originSite))
                .param("paths", Columns.texts(rows, row -> String.join(" ", row.unitPaths())))
                .param("firsts", Columns.instants(rows, ParcelRow::firstArrivedAt));
    }

    private static ParcelRow row(ResultSet row) throws SQLException {
        var lastType = row.getString("last_type");
        var lastAt = instant(row, "last_at");
        var last = lastType == null || lastAt == null
                ? null
                : new Progress.Point(lastAt, ScanType.valueOf(lastType), row.getString("last_site"));
        return new ParcelRow(
                row.getString("waybill"),
                new Progress(last, instant(row, "returned_at")),
                instant(row, "signed_at"),
                instant(row, "promised_at"),
                row.getObject("weight_grams", Integer.class),
                row.getString("origin_site"),
                row.getString("recipient_division"),
                new LinkedHashSet<>(List.of((String[]) row.getArray("unit_paths").getArray())),
                row.getObject("first_arrived_at", OffsetDateTime.class).toInstant());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
