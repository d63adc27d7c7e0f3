package io.waypost.app.ticket;

import io.waypost.core.ticket.TicketKind;
import io.waypost.core.ticket.TicketLevel;
import io.waypost.core.ticket.TicketPolicy;
import io.waypost.core.ticket.TicketPolicy.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of the time limits. A version never changes once it is in force, so what was read is kept. */
@Repository
class TicketPolicies {

    private final JdbcClient jdbc;
    private final Map<Integer, TicketPolicy> known = new ConcurrentHashMap<>();

    TicketPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The version that a ticket opened now is decided by. */
    TicketPolicy inForce(Instant now) {
        return of(
                jdbc.sql("select version from ticket.policy where effective_from <= :now order by version desc limit 1")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query((row, _) -> row.getInt(1))
                        .single());
    }

    TicketPolicy of(int version) {
        return known.computeIfAbsent(version, this::load);
    }

    private record LimitRow(TicketKind kind, boolean urgent, TicketLevel level, Duration limit) {}

    private TicketPolicy load(int version) {
        var limits = jdbc.sql("select kind, urgent, level, minutes from ticket.policy_limit where version = :version")
                .param("version", version)
                .query((row, _) -> new LimitRow(TicketKind.valueOf(row.getString("kind")), row.getBoolean("urgent"),
                        TicketLevel.valueOf(row.getString("level")), Duration.ofMinutes(row.getInt("minutes"))))
                .list();
        return jdbc.sql("""
                select warn_minutes, check_minutes, longest_wait_minutes, lateness_minutes
                from ticket.policy where version = :version
                """)
                .param("version", version)
                .query((row, _) -> new TicketPolicy(version, limits(limits, false), limits(limits, true),
                        Duration.ofMinutes(row.getInt("warn_minutes")), Duration.ofMinutes(row.getInt("check_minutes")),
                        Duration.ofMinutes(row.getInt("longest_wait_minutes")),
                        Duration.ofMinutes(row.getInt("lateness_minutes"))))
                .single();
    }

    private static Map<TicketKind, Limits> limits(List<LimitRow> rows, boolean urgent) {
        var byKind = new EnumMap<TicketKind, Limits>(TicketKind.class);
        for (var kind : TicketKind.values()) {
            byKind.put(kind, new Limits(limit(rows, kind, urgent, TicketLevel.OUTLET),
                    limit(rows, kind, urgent, TicketLevel.REGION),
                    limit(rows, kind, urgent, TicketLevel.HEADQUARTERS)));
        }
        return byKind;
    }

    private static Duration limit(List<LimitRow> rows, TicketKind kind, boolean urgent, TicketLevel level) {
        return rows.stream()
                .filter(row -> row.kind() == kind && row.urgent() == urgent && row.level() == level)
                .map(LimitRow::limit)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The policy has no limit for %s (urgent %s) at %s.".formatted(kind, urgent, level)));
    }
}
