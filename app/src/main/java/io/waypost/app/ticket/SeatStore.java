package io.waypost.app.ticket;

import io.waypost.core.triage.Workload.Load;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people have in hand, and the seats that are locked while one of them is given a ticket. */
@Repository
class SeatStore {

    /** Stands for a seat that is not there yet. */
    private static final long NONE = -1;

    private final JdbcClient jdbc;

    SeatStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody's load as it was counted.
     *
     * @param number of their seat; another one by the time it is claimed means that the count is old
     */
    record Seat(Load load, long number) {}

    /** The loads of those people; whoever has no seat yet is given one. */
    List<Seat> seats(Collection<UUID> people, Instant now) {
        var seats = read(people, now);
        var without = seats.stream().filter(seat -> seat.number() == NONE).map(seat -> seat.load().person()).sorted()
                .toArray(UUID[]::new);
        if (without.length == 0) {
            return seats;
        }
        jdbc.sql("insert into ticket.seat (person_id) select unnest(:people) on conflict do nothing")
                .param("people", without).update();
        return read(people, now);
    }

    private List<Seat> read(Collection<UUID> people, Instant now) {
        return jdbc.sql("""
                select p.id, count(t.id) as open, count(t.id) filter (where t.urgent) as urgent,
                       count(t.id) filter (where t.owed and t.next_at < :now) as overdue, s.last_at, s.number
                from unnest(:people) as p (id)
                left join ticket.seat s on s.person_id = p.id
                left join ticket.ticket t on t.person_id = p.id and t.closed_at is null
                group by p.id, s.last_at, s.number
                """)
                .param("people", people.toArray(UUID[]::new)).param("now", TicketStore.utc(now))
                .query((row, _) -> new Seat(
                        new Load(row.getObject("id", UUID.class), row.getInt("open"), row.getInt("urgent"),
                                row.getInt("overdue"), TicketColumns.instantOrNull(row, "last_at")),
                        row.getObject("number") == null ? NONE : row.getLong("number")))
                .list();
    }

    /** What was claimed, and the number that its seat had before. */
    record Claim(UUID person, long number) {}

    /** Claims the first of the people whom nobody else is giving a ticket right now, until the transaction ends. Never waits. */
    Optional<Claim> claim(List<UUID> ranked, Instant at) {
        return jdbc.sql("""
                update ticket.seat set number = number + 1, last_at = :at
                where person_id = (select person_id from ticket.seat where person_id = any (:ranked)
                                   order by array_position(:ranked, person_id) limit 1 for update skip locked)
                returning person_id, number - 1 as number
                """)
                .param("ranked", ranked.toArray(UUID[]::new)).param("at", TicketStore.utc(at))
                .query((row, _) -> new Claim(row.getObject("person_id", UUID.class), row.getLong("number"))).optional();
    }
}
