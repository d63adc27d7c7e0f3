package io.waypost.core.ticket;

import io.waypost.core.ticket.TicketDecision.Accepted;
import io.waypost.core.ticket.TicketPolicy.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Tickets and the policy that the tests are written against. */
final class TicketFixture {

    static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    static final Ladder TIANHE = new Ladder("O440106-003", "R05", "HQ");
    static final Ladder CHENGDU = new Ladder("H5101", "R07", "HQ");
    static final Ladder REGIONLESS = new Ladder("H-HQ", "HQ", "HQ");

    private static final Limits QUICK = limits(120, 120, 240);
    private static final Limits URGENT = limits(60, 60, 120);

    static final TicketPolicy POLICY = new TicketPolicy(1,
            Map.of(TicketKind.SILENT_PARCEL, QUICK, TicketKind.URGE, QUICK, TicketKind.QUERY, limits(1440, 480, 480)),
            Map.of(TicketKind.SILENT_PARCEL, URGENT, TicketKind.URGE, URGENT, TicketKind.QUERY, QUICK),
            Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofDays(7), Duration.ofMinutes(30));

    private TicketFixture() {}

    static Limits limits(int outlet, int region, int headquarters) {
        return new Limits(Duration.ofMinutes(outlet), Duration.ofMinutes(region), Duration.ofMinutes(headquarters));
    }

    static Ticket opened(TicketKind kind) {
        return accept(Ticket.about(kind, false, TIANHE), new TicketCommand.Open(), NINE);
    }

    static Ticket accept(Ticket ticket, TicketCommand command, Instant now) {
        return accepted(ticket, command, now).next();
    }

    static Accepted accepted(Ticket ticket, TicketCommand command, Instant now) {
        var decision = TicketRules.decide(ticket, command, POLICY, now);
        if (decision instanceof Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("%s was not accepted by %s: %s".formatted(command, ticket, decision));
    }

    static Instant after(Duration duration) {
        return NINE.plus(duration);
    }

    static Instant minutes(long minutes) {
        return after(Duration.ofMinutes(minutes));
    }
}
