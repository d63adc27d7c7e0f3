package io.waypost.app.outlet;

import static io.waypost.app.outlet.CountProgressStore.utc;

import io.waypost.core.calendar.Holidays;
import io.waypost.core.outlet.HardAreas;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of how sites stand now, within the actor's scope. */
@Repository
class SiteStore {

    private static final Duration AGED = Duration.ofDays(1);

    private final JdbcClient jdbc;

    SiteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By what sites are ordered, the worst first. */
    enum Order {
        BACKLOG("backlog"),
        AGED("aged"),
        /** The lowest first; only where a courier went out today. */
        DELIVERY_RATE("case when given >= 20 then 1 - least(1.0, delivered::float8 / given) else -1 end"),
        FAILED_SHARE("case when given >= 20 then least(1.0, failed::float8 / given) else -1 end");

        private final String value;

        Order(String value) {
            this.value = value;
        }
    }

    /**
     * A site now.
     *
     * @param given to couriers today, and so are the others
     * @param value what it is ordered by
     */
    record Now(String site, long backlog, long aged, long entered, long given, long delivered, long failed,
            double value) {}

    /** Sums of a part of the network. */
    record Total(long sites, long backlog, long aged, long given, long delivered, long failed) {}

    /** The sites at or below the path; those after the given place in the list. */
    List<Now> list(String unitPath, Order order, @Nullable Double value, @Nullable String site, Instant now, int most) {
        return jdbc.sql(NOW + """
                , valued as (select *, (%s)::float8 as value from stands)
                select * from valued
                where cast(:value as float8) is null or value < :value or (value = :value and site > :site)
                order by value desc, site limit :most
                """.formatted(order.value))
                .param("path", unitPath).param("day", utc(day(now))).param("aged", utc(hour(now.minus(AGED))))
                .param("lost", utc(now.minus(ReadingStore.LOST)))
                .param("value", value).param("site", site).param("most", most)
                .query((row, _) -> new Now(row.getString("site"), row.getLong("backlog"), row.getLong("aged"),
                        row.getLong("entered"), row.getLong("given"), row.getLong("delivered"), row.getLong("failed"),
                        row.getDouble("value")))
                .list();
    }

    Total total(String unitPath, Instant now) {
        return jdbc.sql(NOW + """
                select count(*) as sites, coalesce(sum(backlog), 0) as backlog, coalesce(sum(aged), 0) as aged,
                       coalesce(sum(given), 0) as given, coalesce(sum(delivered), 0) as delivered, coalesce(sum(failed), 0) as failed
                from stands
                """)
                .param("path", unitPath).param("day", utc(day(now))).param("aged", utc(hour(now.minus(AGED))))
                .param("lost", utc(now.minus(ReadingStore.LOST)))
                .query((row, _) -> new Total(row.getLong("sites"), row.getLong("backlog"), row.getLong("aged"),
                        row.getLong("given"), row.getLong("delivered"), row.getLong("failed")))
                .single();
    }

    /** Attempts of an outlet by area since the day. */
    List<HardAreas.Attempts> attempts(String site, LocalDate since) {
        return jdbc.sql("""
                select area, sum(attempts) as attempts, sum(failed) as failed from outlet.attempt
                where site = :site and day >= :since group by area
                """).param("site", site).param("since", since)
                .query((row, _) -> new HardAreas.Attempts(row.getString("area"), row.getLong("attempts"),
                        row.getLong("failed")))
                .list();
    }

    private static final String NOW = """
            with mine as (select site from outlet.site where starts_with(unit_path, :path)),
            lying as (
                select site, greatest(0, sum(parcels)) as backlog, greatest(0, coalesce(sum(parcels) filter (where since < :aged), 0)) as aged
                from outlet.held join mine using (site) where since >= :lost group by site
            ), done as (
                select site, sum(entered) as entered, sum(given) as given, sum(delivered) as delivered, sum(failed) as failed
                from outlet.flow join mine using (site) where hour >= :day group by site
            ), stands as (
                select site, coalesce(backlog, 0) as backlog, coalesce(aged, 0) as aged, coalesce(entered, 0) as entered,
                       coalesce(given, 0) as given, coalesce(delivered, 0) as delivered, coalesce(failed, 0) as failed
                from mine left join lying using (site) left join done using (site)
            )
            """;

    private static Instant day(Instant now) {
        return now.atZone(Holidays.ZONE).truncatedTo(ChronoUnit.DAYS).toInstant();
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}
