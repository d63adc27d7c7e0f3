package io.waypost.core.routing;

import java.time.Duration;
import java.time.Instant;

/** Seconds between instants, without an object for each. */
final class Seconds {

    private static final double NANOS = 1e9;

    private Seconds() {}

    static double between(Instant from, Instant until) {
        return until.getEpochSecond() - from.getEpochSecond() + (until.getNano() - from.getNano()) / NANOS;
    }

    static double of(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS;
    }
}
