package io.waypost.simulator.parcel;

import io.waypost.simulator.truth.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with a parcel, for somebody who goes and looks.
 *
 * @param trouble why it does not move; null when it does
 * @param place code of the place where it lies, or that it left last
 * @param nextAt when something happens next by itself; null where nothing will
 */
public record Situation(@Nullable Kind trouble, String place, @Nullable Instant nextAt) {

    static Situation of(Journey journey, long now) {
        Instant next = journey.nextAt == Long.MAX_VALUE ? null : Instant.ofEpochSecond(journey.nextAt);
        Journey.Held held = journey.held;
        if (held != null && held.from() <= now) {
            return new Situation(held.trouble().kind(), held.place().code(), next);
        }
        Kind kind = switch (journey.next) {
            case ANSWERED -> Kind.WAITING_FOR_CUSTOMER;
            case CUSTOMS_OUT -> Kind.CUSTOMS_HELD;
            case COLLECT -> Kind.STATION_KEPT;
            default -> null;
        };
        return new Situation(kind, journey.here().code(), held == null ? next : Instant.ofEpochSecond(held.from()));
    }
}
