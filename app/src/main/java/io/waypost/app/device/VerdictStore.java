package io.waypost.app.device;

import io.waypost.app.kernel.Columns;
import io.waypost.core.device.SlowScanners.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of which scanners are slow. */
@Repository
class VerdictStore {

    private static final String COLUMNS = "device, site, unit_path, since, scans, late, late_share, late_at_least, usual_here, usual";

    private final JdbcClient jdbc;

    VerdictStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are slow now, at or below the path. */
    List<Verdict> slow(String unitPath) {
        return jdbc.sql("select %s from device.verdict where slow and starts_with(unit_path, :path)".formatted(COLUMNS))
                .param("path", unitPath).query((row, _) -> verdict(row)).list();
    }

    boolean slowNow(String device) {
        return jdbc.sql("select exists (select from device.verdict where device = :device and slow)")
                .param("device", device).query(Boolean.class).single();
    }

    /** Takes down who is slow at the instant; all others are not any more. */
    void judged(List<Verdict> slow, Instant at) {
        jdbc.sql("""
                insert into device.verdict as v (device, site, unit_path, slow, since, judged_at, scans, late, late_share, late_at_least,
                                                 usual_here, usual)
                select device, site, path, true, :at, :at, scans, late, share, at_least, here, usual
                from unnest(:devices::text[], :sites::text[], :paths::text[], :scans::int8[], :late::int8[], :shares::float8[],
                            :atLeast::float8[], :here::float8[], :usual::float8[])
                     as n (device, site, path, scans, late, share, at_least, here, usual)
                on conflict (device, site) do update set unit_path = excluded.unit_path, slow = true, judged_at = excluded.judged_at,
                    since = case when v.slow then v.since else excluded.since end, scans = excluded.scans, late = excluded.late,
                    late_share = excluded.late_share, late_at_least = excluded.late_at_least, usual_here = excluded.usual_here,
                    usual = excluded.usual
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("devices", Columns.texts(slow, Verdict::device))
                .param("sites", Columns.texts(slow, Verdict::site))
                .param("paths", Columns.texts(slow, Verdict::unitPath))
                .param("scans", Columns.longs(slow, one -> one.why().scans()))
                .param("late", Columns.longs(slow, one -> one.why().late()))
                .param("shares", Columns.doubles(slow, one -> one.why().lateShare()))
                .param("atLeast", Columns.doubles(slow, one -> one.why().lateAtLeast()))
                .param("here", Columns.doubles(slow, one -> one.why().usualHere()))
                .param("usual", Columns.doubles(slow, one -> one.why().usual()))
                .update();
        jdbc.sql("update device.verdict set slow = false, since = :at where slow and judged_at < :at")
                .param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /** Those that have been good since before the instant are forgotten. */
    void forget(Instant before) {
        jdbc.sql("delete from device.verdict where not slow and since < :before")
                .param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    /** Takes slow ones that nothing is being done about, and that nobody was told of since the instant; they count as told now. */
    List<Verdict> tell(Instant notSince, Instant now) {
        return jdbc.sql("""
                update device.verdict v set told_at = :now
                where slow and (told_at is null or told_at < :notSince)
                  and not exists (select from device.plan p where p.device = v.device and p.ended_why is null)
                returning %s
                """.formatted(COLUMNS))
                .param("now", now.atOffset(ZoneOffset.UTC)).param("notSince", notSince.atOffset(ZoneOffset.UTC))
                .query((row, _) -> verdict(row)).list();
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(row.getString("device"), row.getString("site"), row.getString("unit_path"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                new Evidence(row.getLong("scans"), row.getLong("late"), row.getDouble("late_share"),
                        row.getDouble("late_at_least"), row.getDouble("usual_here"), row.getDouble("usual")));
    }
}
