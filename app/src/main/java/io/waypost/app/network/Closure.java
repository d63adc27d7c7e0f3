package io.waypost.app.network;

import java.time.Instant;
import java.util.UUID;

/**
 * An announced stop (停运) of a unit and everything below it.
 *
 * @param from the first instant of the stop, in business time
 * @param until the instant at which work goes on
 * @param announcedAt since when it can be known
 */
public record Closure(UUID id, String unitCode, Reason reason, Instant from, Instant until, Instant announcedAt) {

    /** Why a place stands still. */
    public enum Reason {
        WEATHER,
        HOLIDAY,
        EPIDEMIC,
        ROAD,
        CAPACITY,
        AUTHORITY
    }
}
