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

    /** Where scans are kept elsewhere too, those that were brought from there are told there. */
    private static final String HERE = SAMPLED + " and (not :elsewhere or s.source <> :stream)";

    /** Begins the places of what is elsewhere; no waybill has it. */
    private static final String ELSEWHERE = "#";

    private final JdbcClient jdbc;
    private final ElsewhereStore elsewhere;

    ArrivalStore(JdbcClient jdbc, ElsewhereStore elsewhere) {
        this.jdbc = jdbc;
        this.elsewhere = elsewhere;
    }

    @Override
    public long parcels(Log log) {
        long here = of(
                "select count(distinct s.waybill) from parcel.scan s where s.arrived_at >= :from and s.arrived_at < :until and "
                        + HERE,
                log).query(Long.class).single();
        return here + elsewhere.open().map(source -> source.count(log.from(), log.oneIn())).orElse(0L);
    }

    @Override
    public Piece piece(Log log, String place, int most) {
        if (place.startsWith(ELSEWHERE)) {
            return elsewhere.open().map(source -> pieceElsewhere(source, log, place.substring(1), most))
                    .orElseGet(() -> new Piece(List.of(), null));
        }
        var ways = here(log, place, most);
        var next = ways.size() == most
                ? ways.getLast().waybill()
                : elsewhere.open().map(_ -> ELSEWHERE).orElse(null);
        return new Piece(ways, next);
    }

    private Piece pieceElsewhere(WaysElsewhere source, Log log, String place, int most) {
        var piece = source.sample(log.from(), log.oneIn(), place.isEmpty() ? null : place, most);
        var within = new HashMap<String, List<TimelineScan>>();
        piece.parcels().forEach((waybill, scans) -> {
            var before = scans.stream().filter(scan -> scan.arrivedAt().isBefore(log.until())).toList();
            if (!before.isEmpty()) {
                within.put(waybill, before);
            }
        });
        var registered = elsewhere.registered(within.keySet());
        var ways = within.entrySet().stream().map(of -> {
            var known = registered.getOrDefault(of.getKey(), ElsewhereStore.Registered.NOTHING);
            return new Way(of.getKey(), of.getValue(), known.division(), known.promisedAt(), true);
        }).toList();
        return new Piece(ways, piece.next() == null ? null : ELSEWHERE + piece.next());
    }

    private List<Way> here(Log log, String after, int most) {
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
                where s.arrived_at >= :from and s.arrived_at < :until and (not :elsewhere or s.source <> :stream)
                order by s.waybill, s.arrived_at, s.effective_at, s.id
                """.formatted(HERE), log)
                .param("after", after).param("most", most)
                .query(row -> {
                    var waybill = row.getString("waybill");
                    scans.computeIfAbsent(waybill, _ -> new ArrayList<>()).add(TimelineStore.scan(row));
                    divisions.put(waybill, row.getString("recipient_division"));
                    promises.put(waybill, ProgressStore.instant(row, "promised_at"));
                });
        return scans.entrySet().stream()
                .map(entry -> new Way(entry.getKey(), entry.getValue(), divisions.get(entry.getKey()),
                        promises.get(entry.getKey()), false))
                .toList();
    }

    private JdbcClient.StatementSpec of(String sql, Log log) {
        return jdbc.sql(sql)
                .param("from", log.from().atOffset(ZoneOffset.UTC))
                .param("until", log.until().atOffset(ZoneOffset.UTC))
                .param("oneIn", log.oneIn())
                .param("elsewhere", elsewhere.open().isPresent())
                .param("stream", ScanIntake.STREAM);
    }
}
