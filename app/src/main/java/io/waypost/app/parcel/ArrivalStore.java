package io.waypost.app.parcel;

import io.waypost.app.parcel.Journeys.Way;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on the log of scans. */
@Repository
class ArrivalStore implements Arrivals {

    private static final String SAMPLED = "(:oneIn = 1 or abs(hashtext(s.waybill)::bigint) % :oneIn = 0)";

    private final JdbcClient jdbc;

    ArrivalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long parcels(Log log) {
        return of(
                "select count(distinct s.waybill) from parcel.scan s where s.arrived_at >= :from and s.arrived_at < :until and "
                        + SAMPLED,
                log).query(Long.class).single();
    }

    @Override
    public List<Way> piece(Log log, String after, int most) {
        var scans = new LinkedHashMap<String, List<TimelineScan>>();
        Map<String, @Nullable String> divisions = new HashMap<>();
        Map<String, @Nullable Instant> promises = new HashMap<>();
        of("""
                with next as (
                    select distinct s.waybill from parcel.scan s
                    where s.waybill > :after and s.arrived_at >= :from and s.arrived_at < :until and %s
                    order by s.waybill limit :most
                )
                select s.*, p.recipient_division, p.promised_at
                from next join parcel.scan s using (waybill) left join parcel.parcel p using (waybill)
                where s.arrived_at >= :from and s.arrived_at < :until
                order by s.waybill, s.arrived_at, s.effective_at, s.id
                """.formatted(SAMPLED), log)
                .param("after", after).param("most", most)
                .query(row -> {
                    var waybill = row.getString("waybill");
                    scans.computeIfAbsent(waybill, _ -> new ArrayList<>()).add(TimelineStore.scan(row));
                    divisions.put(waybill, row.getString("recipient_division"));
                    promises.put(waybill, ProgressStore.instant(row, "promised_at"));
                });
        return scans.entrySet().stream()
                .map(entry -> new Way(entry.getKey(), entry.getValue(), divisions.get(entry.getKey()),
                        promises.get(entry.getKey())))
                .toList();
    }

    private JdbcClient.StatementSpec of(String sql, Log log) {
        return jdbc.sql(sql)
                .param("from", log.from().atOffset(ZoneOffset.UTC))
                .param("until", log.until().atOffset(ZoneOffset.UTC))
                .param("oneIn", log.oneIn());
    }
}
