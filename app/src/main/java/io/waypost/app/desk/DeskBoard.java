package io.waypost.app.desk;

import static io.waypost.app.kernel.Rows.text;
import static io.waypost.app.kernel.Rows.utc;

import io.waypost.app.kernel.Rows;
import io.waypost.app.network.Network;
import io.waypost.app.network.UnitRef;
import io.waypost.core.contact.ContactChannel;
import io.waypost.core.presence.NotReadyReason;
import io.waypost.core.presence.PresenceState;
import io.waypost.core.routing.WaitEstimate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens at the desks now, within the caller's reach: who waits and for how long, who is there, how the last hour went. */
@Service
class DeskBoard {

    private static final Duration HOUR = Duration.ofHours(1);
    /** By when it should be answered. */
    private static final String TARGET = """
            coalesce(case when (contract_terms ->> 'served')::boolean then (contract_terms -> 'terms' ->> 'answerSeconds')::numeric end,
                (cast(:targets as jsonb) ->> channel)::numeric)""";

    private final JdbcClient jdbc;
    private final Policies policies;
    private final Network network;
    private final Clock wall;

    DeskBoard(JdbcClient jdbc, Policies policies, Network network, @Qualifier("wallClock") Clock wall) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.network = network;
        this.wall = wall;
    }

    /** Whose contacts are looked at; the names are part of the API. */
    enum BoardCustomers {
        ALL("true"),
        CONTRACT("contract is not null"),
        RETAIL("contract is null");

        private final String condition;

        BoardCustomers(String condition) {
            this.condition = condition;
        }
    }

    /** How long who comes now will probably wait: usually, and in nine of ten cases at most. */
    record BoardWait(long usualSeconds, long mostlySeconds) {}

    /**
     * One desk's channel.
     *
     * @param answeredHour taken by an agent for the first time in the last hour
     * @param inTimeHour of these within the contract's time, or the channel's where there is none
     * @param abandonedHour ended in the last hour before anybody had them
     */
    record BoardRow(UnitRef unit, ContactChannel channel, int waiting, int parked, @Nullable Long longestWaitSeconds,
            int offered, int talking, int answeredHour, int inTimeHour, int abandonedHour,
            @Nullable BoardWait estimate) {}

    /** The board at one moment. */
    record BoardView(Instant at, List<BoardRow> rows, Map<PresenceState, Integer> agents,
            Map<NotReadyReason, Integer> byReason) {}

    @Transactional(readOnly = true)
    public BoardView board(BoardCustomers customers) {
        var now = wall.instant();
        var agents = new TreeMap<PresenceState, Integer>();
        var byReason = new TreeMap<NotReadyReason, Integer>();
        jdbc.sql(
                "select state, reason, count(*) as people from desk.seat where state <> 'OFFLINE' group by state, reason")
                .query(row -> {
                    agents.merge(PresenceState.valueOf(text(row, "state")), row.getInt("people"), Integer::sum);
                    var reason = row.getString("reason");
                    if (reason != null) {
                        byReason.merge(NotReadyReason.valueOf(reason), row.getInt("people"), Integer::sum);
                    }
                });
        return new BoardView(now, rows(customers, now), agents, byReason);
    }

    private List<BoardRow> rows(BoardCustomers customers, Instant now) {
        return jdbc.sql("""
                select unit_code, channel,
                    count(*) filter (where state = 'WAITING') as waiting,
                    count(*) filter (where state = 'PARKED') as parked,
                    min(since) filter (where state in ('WAITING', 'OFFERED')) as oldest,
                    count(*) filter (where state = 'OFFERED') as offered,
                    count(*) filter (where state = 'TALKING') as talking,
                    count(*) filter (where taken_at > :hour) as answered,
                    count(*) filter (where taken_at > :hour and extract(epoch from taken_at - opened_at) <= %s) as in_time,
                    count(*) filter (where end_kind = 'ABANDONED' and closed_at > :hour) as abandoned,
                    count(*) filter (where state = 'CLOSED' and taken_at is not null and closed_at > :hour) as freed
                from desk.contact
                where (state <> 'CLOSED' or closed_at > :hour) and %s
                group by unit_code, channel order by unit_code, channel
                """.formatted(TARGET, customers.condition)).param("hour", utc(now.minus(HOUR)))
                .param("targets", targets())
                .query((row, _) -> {
                    var oldest = Rows.timeOrNull(row, "oldest");
                    int waiting = row.getInt("waiting");
                    return new BoardRow(network.ref(text(row, "unit_code")),
                            ContactChannel.valueOf(text(row, "channel")),
                            waiting, row.getInt("parked"),
                            oldest == null ? null : Math.max(0, Duration.between(oldest, now).toSeconds()),
                            row.getInt("offered"), row.getInt("talking"), row.getInt("answered"), row.getInt("in_time"),
                            row.getInt("abandoned"), estimate(waiting, row.getInt("freed")));
                }).list();
    }

    private static @Nullable BoardWait estimate(int waiting, int freed) {
        return WaitEstimate.of(waiting, freed)
                .map(wait -> new BoardWait(wait.usual().toSeconds(), wait.mostly().toSeconds())).orElse(null);
    }

    /** The targets as JSON: seconds by channel. */
    private String targets() {
        var parts = new TreeMap<ContactChannel, Long>();
        policies.inForce().channels().forEach((channel, terms) -> parts.put(channel, terms.target().toSeconds()));
        return parts.entrySet().stream().map(part -> "\"%s\":%d".formatted(part.getKey(), part.getValue()))
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }
}
