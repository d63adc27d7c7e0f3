package io.waypost.app.ticket;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of {@link TicketCauses}. */
@Repository
class TicketCauseStore implements TicketCauses {

    private static final String ENDED = """
            from ticket.ticket
            where closed_at >= :from and closed_at < :until and (:within = '/' or (place_path >= :within and place_path < :beyond))
            """;

    private final JdbcClient jdbc;

    TicketCauseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Week> weekly(Ended which) {
        return jdbc.sql("""
                select cause_code, date_trunc('week', closed_at at time zone 'Asia/Shanghai')::date as monday, count(*) as tickets
                %s group by 1, 2 order by 2, 1
                """.formatted(ENDED))
                .params(parameters(which))
                .query((row, _) -> new Week(row.getString("cause_code"),
                        Objects.requireNonNull(row.getObject("monday", LocalDate.class)), row.getLong("tickets")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Place> places(Ended which, String cause, By by, int most) {
        var column = by == By.REGION ? "region_code" : "place_code";
        return jdbc.sql("""
                select %1$s as unit, count(*) filter (where cause_code = :cause) as tickets, count(*) as ended
                %2$s group by 1 having count(*) filter (where cause_code = :cause) > 0 order by 2 desc, 1 limit :most
                """.formatted(column, ENDED))
                .params(parameters(which)).param("cause", cause).param("most", most)
                .query((row, _) -> new Place(Objects.requireNonNull(row.getString("unit")), row.getLong("tickets"),
                        row.getLong("ended")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Count count(Ended which, String cause) {
        return jdbc.sql("select count(*) filter (where cause_code = :cause) as tickets, count(*) as ended " + ENDED)
                .params(parameters(which)).param("cause", cause)
                .query((row, _) -> new Count(row.getLong("tickets"), row.getLong("ended"))).single();
    }

    private static Map<String, Object> parameters(Ended which) {
        return Map.of("from", Objects.requireNonNull(TicketStore.utc(which.from())),
                "until", Objects.requireNonNull(TicketStore.utc(which.until())),
                "within", which.within(), "beyond", which.within() + "~");
    }
}
