package io.waypost.app.claim;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.network.UnitRef;
import io.waypost.core.claim.ClaimKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures of claims: how many, how much, how quick; each with what it is divided by. */
@Repository
class ClaimFigures {

    private static final int MOST_DAYS = 366;
    private static final String WEEK = "to_char(date_trunc('week', applied_at at time zone 'Asia/Shanghai'), 'YYYY-MM-DD')";
    private static final String SUMS = """
            count(*) as claims, count(*) filter (where paid_at is not null) as paid,
            count(*) filter (where state = 'REFUSED') as refused, count(*) filter (where quick and paid_at is not null) as quick,
            count(*) filter (where paid_at <= applied_at + interval '24 hours') as within_day,
            coalesce(sum(proposed_fen) filter (where paid_at is not null), 0) as paid_fen,
            coalesce(extract(epoch from percentile_cont(0.5) within group (order by paid_at - applied_at)) / 3600, 0) as half_hours,
            coalesce(extract(epoch from percentile_cont(0.9) within group (order by paid_at - applied_at)) / 3600, 0) as most_hours""";

    private final JdbcClient jdbc;
    private final Network network;
    private final ParcelCounts parcels;
    private final Clock clock;
    private final TransactionTemplate reading;

    ClaimFigures(JdbcClient jdbc, Network network, ParcelCounts parcels, Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.network = network;
        this.parcels = parcels;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * Claims that were handed in within the time.
     *
     * @param quick how many of the paid ones were paid at once; the aim is 80 of 100
     * @param withinDay how many of the paid ones had the money within 24 hours of the application
     * @param halfHours after how many hours half of the paid ones had the money; 0 where none was paid
     * @param mostHours the same of nine in ten
     */
    record ClaimSums(long claims, long paid, long refused, long quick, long withinDay, long paidFen, double halfHours,
            double mostHours) {}

    record ClaimKindSums(ClaimKind kind, ClaimSums sums) {}

    /**
     * Of a unit.
     *
     * @param parcels how many were sent there in the time, to hold the claims against
     */
    record ClaimUnitSums(UnitRef unit, ClaimSums sums, long parcels) {}

    /** Of a product; empty where the parcel names none. */
    record ClaimProductSums(String product, ClaimSums sums) {}

    /** Of a week, by its Monday in Beijing. */
    record ClaimWeekSums(LocalDate from, ClaimSums sums) {}

    /**
     * All of them.
     *
     * @param units by the unit that deals with them
     * @param outlets by the outlet that took the parcel in, the hundred with the most
     */
    record ClaimFiguresView(int days, ClaimSums all, long parcels, List<ClaimKindSums> kinds, List<ClaimUnitSums> units,
            List<ClaimUnitSums> outlets, List<ClaimProductSums> products, List<ClaimWeekSums> weeks) {}

    public ClaimFiguresView of(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.invalid("days", days, "OUT_OF_RANGE", "Between 1 and %d.".formatted(MOST_DAYS));
        }
        // Counted in a transaction of its own, before this one begins.
        var sent = sent(days);
        return Objects.requireNonNull(reading.execute(_ -> read(days, sent)));
    }

    private ClaimFiguresView read(int days, Map<String, Long> sent) {
        var since = clock.instant().minus(Duration.ofDays(days));
        var all = jdbc.sql("select %s from claim.claim where applied_at >= :since".formatted(SUMS))
                .param("since", utc(since)).query((row, _) -> sums(row)).single();
        return new ClaimFiguresView(days, all, sent.values().stream().mapToLong(Long::longValue).sum(),
                grouped("kind", since, (row, sums) -> new ClaimKindSums(ClaimKind.valueOf(text(row, "part")), sums)),
                grouped("unit_code", since, (row, sums) -> unit(text(row, "part"), sums, sent)),
                grouped("origin_code", since, (row, sums) -> unit(text(row, "part"), sums, sent)).stream()
                        .filter(outlet -> !outlet.unit().code().isEmpty()).toList(),
                grouped("product", since, (row, sums) -> new ClaimProductSums(text(row, "part"), sums)),
                grouped(WEEK, since, (row, sums) -> new ClaimWeekSums(LocalDate.parse(text(row, "part")), sums))
                        .stream().sorted(Comparator.comparing(ClaimWeekSums::from)).toList());
    }

    private interface Part<T> {
        T of(ResultSet row, ClaimSums sums) throws SQLException;
    }

    /** By one of the fixed texts above, those with the most claims first. */
    private <T> List<T> grouped(String by, Instant since, Part<T> part) {
        return jdbc.sql("""
                select coalesce(%s, '') as part, %s from claim.claim where applied_at >= :since group by 1 order by 2 desc limit 100
                """.formatted(by, SUMS)).param("since", utc(since)).query((row, _) -> part.of(row, sums(row))).list();
    }

    private ClaimUnitSums unit(String code, ClaimSums sums, Map<String, Long> sent) {
        var path = network.unit(code).map(Unit::path).orElse("");
        long parcels = path.isEmpty()
                ? 0
                : sent.entrySet().stream().filter(entry -> below(entry.getKey(), path)).mapToLong(Map.Entry::getValue)
                        .sum();
        return new ClaimUnitSums(network.ref(code), sums, parcels);
    }

    private boolean below(String site, String path) {
        return network.unit(site).filter(unit -> unit.path().startsWith(path)).isPresent();
    }

    /** What was sent from where the actor reaches. */
    private Map<String, Long> sent(int days) {
        var scope = Acting.current().scope();
        var reached = new HashMap<String, Long>();
        parcels.bySite(days).forEach((site, count) -> {
            if (scope.isEverything() || network.unit(site).filter(unit -> scope.reaches(unit.path())).isPresent()) {
                reached.put(site, count);
            }
        });
        return reached;
    }

    private static ClaimSums sums(ResultSet row) throws SQLException {
        return new ClaimSums(row.getLong("claims"), row.getLong("paid"), row.getLong("refused"), row.getLong("quick"),
                row.getLong("within_day"), row.getLong("paid_fen"), row.getDouble("half_hours"),
                row.getDouble("most_hours"));
    }
}
