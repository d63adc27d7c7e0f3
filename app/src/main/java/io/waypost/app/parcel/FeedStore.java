package io.waypost.app.parcel;

import io.waypost.app.kernel.Columns;
import io.waypost.core.scan.ScanFlag;
import io.waypost.core.scan.ScanType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL of the feed. Every transaction before {@code pg_snapshot_xmin} has ended, so what is read up to there never changes.
 *
 * <p>A database that was loaded from a dump into another server begins again with small transaction ids. It is known by a marker that
 * lies ahead of them: what the dump holds is read to its end, then numbered 0 like scans from before the column. Scans that were taken
 * between the loading and this count as known.
 */
@Repository
class FeedStore implements ScanFeed {

    private final JdbcClient jdbc;

    FeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long now() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint").query(Long.class).single();
    }

    @Override
    public Batch since(long marker, int about) {
        long now = now();
        return marker > now ? fromDump(marker, now) : read(marker, now, about);
    }

    @Override
    public List<Grown> of(Collection<String> waybills) {
        var known = new LinkedHashMap<String, Collected>();
        jdbc.sql("""
                select s.waybill, p.recipient_division, s.type, s.effective_at, s.site, s.next_site, s.flags, s.source, false as added
                from parcel.scan s join parcel.parcel p using (waybill) where s.waybill = any (:waybills)
                """).param("waybills", Columns.texts(waybills, waybill -> waybill))
                .query((row, _) -> take(known, row)).list();
        return grown(known);
    }

    private Batch read(long marker, long now, int about) {
        var numbers = jdbc.sql("""
                select tx from parcel.scan where tx > 0 and tx >= :marker and tx < :now order by tx limit :about
                """).param("marker", marker).param("now", now).param("about", about + 1)
                .query(Long.class).list();
        if (numbers.size() <= about) {
            return new Batch(numbers.isEmpty() ? List.of() : parcels(marker, now), now, false);
        }
        long last = numbers.getLast();
        long until = numbers.getFirst() == last ? last + 1 : last;
        return new Batch(parcels(marker, until), until, true);
    }

    private Batch fromDump(long marker, long now) {
        var rest = parcels(marker, Long.MAX_VALUE);
        jdbc.sql("update parcel.scan set tx = 0 where tx > 0").update();
        return new Batch(rest, now, true);
    }

    private List<Grown> parcels(long from, long until) {
        var grown = new LinkedHashMap<String, Collected>();
        jdbc.sql("""
                select s.waybill, p.recipient_division, s.type, s.effective_at, s.site, s.next_site, s.flags, s.source, s.tx >= :from as added
                from parcel.scan s join parcel.parcel p using (waybill)
                where s.tx < :until and s.waybill in (select waybill from parcel.scan where tx > 0 and tx >= :from and tx < :until)
                """).param("from", from).param("until", until)
                .query((row, _) -> take(grown, row)).list();
        return grown(grown);
    }

    private static List<Grown> grown(Map<String, Collected> grown) {
        return grown.entrySet().stream().map(entry -> new Grown(entry.getKey(), entry.getValue().division,
                entry.getValue().before, entry.getValue().added)).toList();
    }

    private static boolean take(Map<String, Collected> grown, ResultSet row) throws SQLException {
        var division = row.getString("recipient_division");
        var of = grown.computeIfAbsent(row.getString("waybill"), _ -> new Collected(division));
        var fed = new Fed(ScanType.valueOf(row.getString("type")),
                Objects.requireNonNull(ProgressStore.instant(row, "effective_at")), row.getString("site"),
                row.getString("next_site"),
                TimelineStore.flags(row.getString("flags")).contains(ScanFlag.HISTORIC),
                ScanIntake.STREAM.equals(row.getString("source")));
        return (row.getBoolean("added") ? of.added : of.before).add(fed);
    }

    private static final class Collected {

        private final @Nullable String division;
        private final List<Fed> before = new ArrayList<>();
        private final List<Fed> added = new ArrayList<>();

        Collected(@Nullable String division) {
            this.division = division;
        }
    }
}
