package io.waypost.core.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;

/**
 * The time limits (时限) that tickets are decided by. A versioned value: a ticket keeps the version it was opened under.
 *
 * @param normal limit to answer by kind and level
 * @param urgent the same for 加急
 * @param warnBefore how long before the limit the holder is warned; a limit that is not longer warns nobody
 * @param checkAfter how long after "found and forwarded" a scan must come
 * @param longestWait the furthest that an answer may put a ticket off
 * @param lateness a deadline found later than this counts from when it was found: nobody pays for our standstill
 */
public record TicketPolicy(
        int version,
        Map<TicketKind, Limits> normal,
        Map<TicketKind, Limits> urgent,
        Duration warnBefore,
        Duration checkAfter,
        Duration longestWait,
        Duration lateness) {

    public TicketPolicy {
        normal = complete("normal", normal);
        urgent = complete("urgent", urgent);
        positive("warnBefore", warnBefore);
        positive("checkAfter", checkAfter);
        positive("longestWait", longestWait);
    }

    /** How long each level has. */
    public record Limits(Duration outlet, Duration region, Duration headquarters) {

        public Limits {
            positive("outlet", outlet);
            positive("region", region);
            positive("headquarters", headquarters);
        }

        /** How long that level has. */
        public Duration at(TicketLevel level) {
            return switch (level) {
                case OUTLET -> outlet;
                case REGION -> region;
                case HEADQUARTERS -> headquarters;
            };
        }
    }

    /** How long the level has for that ticket. */
    public Duration limit(Ticket ticket, TicketLevel level) {
        var limits = ticket.urgent() ? urgent : normal;
        var own = limitOf(limits, ticket.kind(), level);
        var silent = limitOf(limits, TicketKind.SILENT_PARCEL, level);
        return ticket.silent() && silent.compareTo(own) < 0 ? silent : own;
    }

    /** The instant at which a deadline counts as fired when it is found at {@code now}. */
    public Instant firedAt(Instant deadline, Instant now) {
        return deadline.plus(lateness).isBefore(now) ? now : deadline;
    }

    private static Duration limitOf(Map<TicketKind, Limits> limits, TicketKind kind, TicketLevel level) {
        var of = limits.get(kind);
        if (of == null) {
            throw new IllegalStateException("The policy has no limits for %s.".formatted(kind));
        }
        return of.at(level);
    }

    private static Map<TicketKind, Limits> complete(String name, Map<TicketKind, Limits> limits) {
        var missing = EnumSet.allOf(TicketKind.class);
        missing.removeAll(limits.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The %s limits lack %s.".formatted(name, missing));
        }
        return Map.copyOf(limits);
    }

    private static void positive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("The %s (%s) must be positive.".formatted(name, duration));
        }
    }
}
