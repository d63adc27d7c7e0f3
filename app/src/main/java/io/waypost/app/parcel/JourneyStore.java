package io.waypost.app.parcel;

import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.LagHistogram;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The SQL on timelines as a whole. */
@Repository
class JourneyStore implements Journeys {

    private static final int FETCHED = 5_000;
    private static final int PIECE = 10_000;

    /** How long a node that cannot read everything leaves the work to the one that can. */
    private static final Duration LEFT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;
    private final ElsewhereStore elsewhere;
    private final TransactionTemplate transaction;

    JourneyStore(JdbcClient jdbc, JdbcTemplate template, ElsewhereStore elsewhere,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.elsewhere = elsewhere;
        this.transaction = new TransactionTemplate(transactions);
        this.streaming = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        streaming.setFetchSize(FETCHED);
    }

    @Override
    public void each(Instant since, int oneIn, Consumer<Way> parcel) {
        var collected = new Collected(parcel);
        streaming.query("""
                select s.waybill, p.recipient_division, p.promised_at, s.id, s.type, s.scanned_at, s.effective_at, s.arrived_at, s.site,
                       s.next_site, s.source
                from parcel.scan s join parcel.parcel p using (waybill)
                where s.arrived_at >= ? and s.source <> ? and (? = 1 or abs(hashtext(s.waybill) % ?) = 0)
                order by s.waybill, s.effective_at
                """, collected, since.atOffset(ZoneOffset.UTC), ScanIntake.STREAM, oneIn, oneIn);
        collected.end();
    }

    @Override
    public void eachElsewhere(Instant since, int oneIn, Consumer<Way> parcel) {
        elsewhere.open().ifPresent(source -> {
            String place = null;
            do {
                var piece = source.sample(since, oneIn, place, PIECE);
                Objects.requireNonNull(transaction.execute(_ -> elsewhere.joined(piece.parcels()))).forEach(parcel);
                place = piece.next();
            } while (place != null);
        });
    }

    @Override
    public Instant from(Instant due) {
        return elsewhere.away() ? due.plus(LEFT) : due;
    }

    @Override
    public void over(Collection<String> waybills) {
        elsewhere.over(waybills);
    }

    @Override
    public void bring(Collection<String> waybills) {
        elsewhere.bring(waybills);
    }

    @Override
    public List<Way> of(Collection<String> waybills) {
        var ways = new ArrayList<Way>();
        var collected = new Collected(ways::add);
        jdbc.sql("""
                select s.waybill, p.recipient_division, p.promised_at, s.id, s.type, s.scanned_at, s.effective_at, s.arrived_at, s.site,
                       s.next_site, s.source
                from parcel.scan s join parcel.parcel p using (waybill)
                where s.waybill = any (:waybills)
                order by s.waybill
                """).param("waybills", waybills.toArray(String[]::new)).query(collected);
        collected.end();
        return elsewhere.completed(waybills, ways);
    }

    @Override
    public List<Place> promised(Instant from, Instant until, @Nullable Place after, int most) {
        return jdbc.sql("""
                select promised_at, waybill from parcel.parcel
                where promised_at is not null and signed_at is null and returned_at is null
                  and promised_at >= :from and promised_at < :until and (promised_at, waybill) > (:at, :waybill) and %s
                order by promised_at, waybill limit :most
                """.formatted(elsewhere.open().isPresent()
                ? "(last_at is not null or not over_elsewhere)"
                : "last_at is not null"))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("at", (after == null ? Instant.EPOCH : after.promisedAt()).atOffset(ZoneOffset.UTC))
                .param("waybill", after == null ? "" : after.waybill())
                .param("most", most)
                .query((row, _) -> new Place(row.getObject("promised_at", OffsetDateTime.class).toInstant(),
                        row.getString("waybill")))
                .list();
    }

    @Override
    public long size() {
        long here = jdbc
                .sql("select greatest(reltuples, 0)::bigint from pg_class where oid = 'parcel.scan'::regclass")
                .query(Long.class).single();
        return here + elsewhere.open().map(WaysElsewhere::size).orElse(0L);
    }

    @Override
    public List<Lag> lags(Instant from, Instant until) {
        return jdbc.sql("""
                with lag as (
                    select date_trunc('minute', arrived_at) as minute, site, arrived_at,
                           greatest(0, extract(epoch from arrived_at - scanned_at))::bigint as seconds
                    from parcel.scan
                    where arrived_at >= :from and arrived_at < :until and flags is distinct from 'HISTORIC' and source <> :stream
                      and arrived_at - scanned_at < interval '15 days'
                ), counted as (
                    select minute, site, width_bucket(seconds - 1, :bounds::bigint[]) as bucket, count(*) as scans, sum(seconds) as seconds,
                           max(arrived_at) as last_at
                    from lag group by 1, 2, 3
                )
                select minute, site, sum(seconds)::bigint as seconds, max(last_at) as last_at,
                       array_agg(bucket) as buckets, array_agg(scans) as scans
                from counted group by minute, site
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("stream", ScanIntake.STREAM)
                .param("bounds",
                        LagHistogram.BOUNDS.stream().mapToLong(Integer::longValue).boxed().toArray(Long[]::new))
                .query((row, _) -> lag(row))
                .list();
    }

    @Override
    public List<DeviceLag> deviceLags(Instant from, Instant until) {
        return jdbc.sql("""
                with lag as (
                    select date_trunc('hour', arrived_at, 'UTC') as hour, device, site, arrived_at,
                           greatest(0, extract(epoch from arrived_at - scanned_at))::bigint as seconds
                    from parcel.scan
                    where arrived_at >= :from and arrived_at < :until and flags is distinct from 'HISTORIC' and source <> :stream
                      and arrived_at - scanned_at < interval '15 days' and device is not null
                ), counted as (
                    select hour, device, site, width_bucket(seconds - 1, :bounds::bigint[]) as bucket, count(*) as scans,
                           sum(seconds) as seconds, max(arrived_at) as last_at
                    from lag group by 1, 2, 3, 4
                )
                select hour, device, site, sum(seconds)::bigint as seconds, max(last_at) as last_at,
                       array_agg(bucket) as buckets, array_agg(scans) as scans
                from counted group by hour, device, site
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("stream", ScanIntake.STREAM)
                .param("bounds",
                        LagHistogram.BOUNDS.stream().mapToLong(Integer::longValue).boxed().toArray(Long[]::new))
                .query((row, _) -> new DeviceLag(row.getObject("hour", OffsetDateTime.class).toInstant(),
                        row.getString("device"), row.getString("site"), row.getLong("seconds"), histogram(row),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Lag lag(ResultSet row) throws SQLException {
        return new Lag(row.getObject("minute", OffsetDateTime.class).toInstant(), row.getString("site"),
                row.getLong("seconds"), histogram(row), row.getObject("last_at", OffsetDateTime.class).toInstant());
    }

    private static LagHistogram histogram(ResultSet row) throws SQLException {
        int buckets = LagHistogram.BOUNDS.size() + 1;
        var counts = new Long[buckets];
        Arrays.fill(counts, 0L);
        var which = (Integer[]) row.getArray("buckets").getArray();
        var scans = (Long[]) row.getArray("scans").getArray();
        for (int i = 0; i < which.length; i++) {
            counts[which[i]] += scans[i];
        }
        return new LagHistogram(List.of(counts));
    }

    /** Collects the rows of one parcel after the other. */
    private static final class Collected implements RowCallbackHandler {

        private final Consumer<Way> parcel;
        private final List<TimelineScan> scans = new ArrayList<>();
        private @Nullable String waybill;
        private @Nullable String division;
        private @Nullable Instant promisedAt;

        Collected(Consumer<Way> parcel) {
            this.parcel = parcel;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            var of = row.getString("waybill");
            if (!of.equals(waybill)) {
                end();
                waybill = of;
                division = row.getString("recipient_division");
                promisedAt = ProgressStore.instant(row, "promised_at");
            }
            scans.add(new TimelineScan(
                    row.getObject("id", UUID.class),
                    ScanType.valueOf(row.getString("type")),
                    row.getObject("scanned_at", OffsetDateTime.class).toInstant(),
                    row.getObject("effective_at", OffsetDateTime.class).toInstant(),
                    row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                    row.getString("site"),
                    row.getString("next_site"),
                    null, null, null, null, null, Set.of(), row.getString("source")));
        }

        void end() {
            if (waybill != null) {
                scans.sort(TimelineScan.ORDER);
                parcel.accept(new Way(waybill, scans, division, promisedAt, false));
                scans.clear();
            }
        }
    }
}
