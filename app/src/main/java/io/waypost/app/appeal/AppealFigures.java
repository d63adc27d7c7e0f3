package io.waypost.app.appeal;

import io.waypost.app.appeal.Volumes.Volume;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.appeal.AppealCategory;
import io.waypost.core.appeal.AppealRate;
import io.waypost.core.calendar.Holidays;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the postal authority publishes about a company, about ourselves: appeals and valid appeals per million parcels, satisfaction,
 * overdue answers, each with its numerator and denominator. Appeals count in the month in which they were passed on, in the region
 * that answers; those sent back at the intake do not count.
 */
@Service
class AppealFigures {

    private static final int MOST_MONTHS = 36;

    private final JdbcClient jdbc;
    private final Volumes volumes;
    private final Network network;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AppealFigures(JdbcClient jdbc, Volumes volumes, Network network, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.volumes = volumes;
        this.network = network;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A quotient with what it is made of.
     *
     * @param value per million or a share from 0 to 1; null where the denominator is 0
     */
    record Rate(long numerator, long denominator, @Nullable Double value) {

        static Rate perMillion(long numerator, long denominator) {
            return of(numerator, denominator, new AppealRate(numerator, denominator).perMillion());
        }

        static Rate share(long numerator, long denominator) {
            return of(numerator, denominator, new AppealRate(numerator, denominator).share());
        }

        private static Rate of(long numerator, long denominator, OptionalDouble value) {
            return new Rate(numerator, denominator, value.isPresent() ? value.getAsDouble() : null);
        }
    }

    /**
     * The figures of a month, category, region, or all.
     *
     * @param appeals per million parcels (申诉率)
     * @param valid appeals that the authority found valid, per million parcels (有效申诉率)
     * @param open appeals that the authority has not decided
     * @param satisfied of the valid appeals whose customer said so (满意率)
     * @param overdue appeals answered too late or due and not answered, of all (逾期率)
     */
    record Figure(String key, @Nullable UnitRef region, Rate appeals, Rate valid, long open, Rate satisfied,
            Rate overdue) {}

    /**
     * All of it.
     *
     * @param entered months and regions whose parcels a person entered
     */
    record Statistics(String from, String until, Figure total, List<Figure> byMonth, List<Figure> byCategory,
            List<Figure> byRegion, List<Entered> entered) {}

    /** The parcels of a month and region as a person entered them. */
    record Entered(String month, UnitRef region, long parcels) {}

    private record Cell(YearMonth month, AppealCategory category, String region, long appeals, long valid, long open,
            long rated, long satisfied, long overdue) {}

    Statistics of(String typedFrom, String typedUntil) {
        var from = Months.read("from", typedFrom);
        var until = Months.read("until", typedUntil);
        if (until.isBefore(from) || from.plusMonths(MOST_MONTHS).isBefore(until)) {
            throw Refusal.invalid("until", typedUntil, "OUT_OF_RANGE",
                    "At most %d months from the first.".formatted(MOST_MONTHS));
        }
        var months = new ArrayList<YearMonth>();
        for (var month = from; !month.isAfter(until); month = month.plusMonths(1)) {
            months.add(month);
        }
        var parcels = volumes.of(months);
        var cells = Objects.requireNonNull(transaction.execute(_ -> cells(from, until)));
        return new Statistics(from.toString(), until.toString(),
                figure("ALL", null, cells, parcels),
                months.stream().map(month -> figure(month.toString(), null, only(cells, each -> each.month().equals(
                        month)), only(parcels, each -> each.month().equals(month)))).toList(),
                Arrays.stream(AppealCategory.values()).map(category -> figure(category.name(), null, only(cells,
                        each -> each.category() == category), parcels)).toList(),
                regions(cells, parcels).stream().map(region -> figure(region, network.ref(region), only(cells,
                        each -> each.region().equals(region)),
                        only(parcels, each -> each.regionCode().equals(
                                region))))
                        .toList(),
                only(parcels, each -> !each.counted()).stream().map(this::entered).toList());
    }

    Entered entered(Volume volume) {
        return new Entered(volume.month().toString(), network.ref(volume.regionCode()), volume.parcels());
    }

    private static List<String> regions(List<Cell> cells, List<Volume> parcels) {
        return Stream.concat(cells.stream().map(Cell::region), parcels.stream()
                .filter(each -> each.parcels() > 0).map(Volume::regionCode)).distinct().sorted().toList();
    }

    private List<Cell> cells(YearMonth from, YearMonth until) {
        return jdbc.sql("""
                select to_char(forwarded_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, category, region_code, count(*) as appeals,
                       count(*) filter (where finding in ('LIABLE', 'PARTLY')) as valid,
                       count(*) filter (where finding is null) as open,
                       count(*) filter (where finding in ('LIABLE', 'PARTLY') and satisfied is not null) as rated,
                       count(*) filter (where finding in ('LIABLE', 'PARTLY') and satisfied) as satisfied,
                       count(*) filter (where late or (owes and due_at <= :now)) as overdue
                from appeal.appeal
                where forwarded_at >= :from and forwarded_at < :until and state <> 'REFUSED_INTAKE'
                group by 1, 2, 3
                """)
                .param("now", AppealColumns.utc(clock.instant()))
                .param("from", AppealColumns.utc(from.atDay(1).atStartOfDay(Holidays.ZONE).toInstant()))
                .param("until",
                        AppealColumns.utc(until.plusMonths(1).atDay(1).atStartOfDay(Holidays.ZONE).toInstant()))
                .query((row, _) -> new Cell(YearMonth.parse(row.getString("month")),
                        AppealCategory.valueOf(row.getString("category")), row.getString("region_code"),
                        row.getLong("appeals"), row.getLong("valid"), row.getLong("open"), row.getLong("rated"),
                        row.getLong("satisfied"), row.getLong("overdue")))
                .list();
    }

    private static Figure figure(String key, @Nullable UnitRef region, List<Cell> cells, List<Volume> volumes) {
        long parcels = volumes.stream().collect(Collectors.summingLong(Volume::parcels));
        long appeals = sum(cells, Cell::appeals);
        return new Figure(key, region, Rate.perMillion(appeals, parcels), Rate.perMillion(sum(cells, Cell::valid),
                parcels), sum(cells, Cell::open), Rate.share(sum(cells, Cell::satisfied), sum(cells, Cell::rated)),
                Rate.share(sum(cells, Cell::overdue), appeals));
    }

    private static long sum(List<Cell> cells, Function<Cell, Long> count) {
        return cells.stream().map(count).mapToLong(Long::longValue).sum();
    }

    private static <T> List<T> only(List<T> all, Predicate<T> which) {
        return all.stream().filter(which).toList();
    }
}
