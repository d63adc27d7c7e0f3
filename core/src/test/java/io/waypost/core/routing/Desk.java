package io.waypost.core.routing;

import io.waypost.core.contact.ContactChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A desk with a few agents, to ask who takes what. */
final class Desk {

    static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");

    final Staffing staffing = new Staffing();

    static UUID agent(int number) {
        return new UUID(1, number);
    }

    static UUID id(int number) {
        return new UUID(2, number);
    }

    static Seat seat(int number, Map<String, Integer> skills, String unit, int taken, double busy,
            ContactChannel... channels) {
        return new Seat(agent(number), skills, EnumSet.copyOf(Arrays.asList(channels)), unit, taken, busy,
                NOW.minusSeconds(60));
    }

    static Waiting waiting(int number, ContactChannel channel, long seconds, String unit, @Nullable UUID known,
            Need... needs) {
        return new Waiting(id(number), channel, List.of(needs), NOW.minusSeconds(seconds), Duration.ZERO, unit, known);
    }

    Desk with(Seat... seats) {
        for (var seat : seats) {
            staffing.begins(seat.person(), seat.skills(), seat.channels());
        }
        return this;
    }
}
