package io.waypost.app.claim;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.claim.ClaimKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Figures of claims: how many, how much, how quick; each with what it is divided by. */
@Repository
class ClaimFigures {

    private static final int MOST_DAYS = 366;
    private static final String SUMS = """
            count(*) as claims, count(*) filter (where paid_at is not null) as paid,
            count(*) filter (where state = 'REFUSED') as refused, count(*) filter (where quick and paid_at is not null) as quick,
            count(*) filter (where paid_at <= applied_at + interval '24 hours') as within_day,
            coalesce(sum(proposed_fen) filter (where paid_at is not null), 0) as paid_fen,
            coalesce(extract(epoch from percentile_cont(0.5) within group (order by paid_at - applied_at)) / 3600, 0) as half_hours,
            coalesce(extract(epoch from percentile_cont(0.9) within group (order by paid_at - applied_at)) / 3600, 0) as most_hours""";

    private final JdbcClient jdbc;
    private final Network network;
    private final Clock clock;

    ClaimFigures(JdbcClient jdbc, Network network, Clock clock) {
        this.jdbc = jdbc;
        this.network = network;
        this.clock = clock;
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

    record ClaimUnitSums(UnitRef unit, ClaimSums sums) {}

    record ClaimFiguresView(int days, ClaimSums all, List<ClaimKindSums> kinds, List<ClaimUnitSums> units) {}

    @Transactional(readOnly = true)
    public ClaimFiguresView of(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.invalid("days", days, "OUT_OF_RANGE", "Between 1 and %d.".formatted(MOST_DAYS));
        }
        var since = utc(clock.instant().minus(Duration.ofDays(days)));
        var all = jdbc.sql("select %s from claim.claim where applied_at >= :since".formatted(SUMS))
                .param("since", since).query((row, _) -> sums(row)).single();
        var kinds = jdbc.sql("select kind, %s from claim.claim where applied_at >= :since group by kind order by 2 desc"
                .formatted(SUMS)).param("since", since)
                .query((row, _) -> new ClaimKindSums(ClaimKind.valueOf(text(row, "kind")), sums(row))).list();
        var units = jdbc.sql("""
                select unit_code, %s from claim.claim where applied_at >= :since group by unit_code order by 2 desc limit 100
                """.formatted(SUMS)).param("since", since)
                .query((row, _) -> new ClaimUnitSums(network.ref(text(row, "unit_code")), sums(row))).list();
        return new ClaimFiguresView(days, all, kinds, units);
    }

    private static ClaimSums sums(ResultSet row) throws SQLException {
        return new ClaimSums(row.getLong("claims"), row.getLong("paid"), row.getLong("refused"), row.getLong("quick"),
                row.getLong("within_day"), row.getLong("paid_fen"), row.getDouble("half_hours"),
                row.getDouble("most_hours"));
    }
}
