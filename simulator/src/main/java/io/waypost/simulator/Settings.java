package io.waypost.simulator;

import io.waypost.simulator.network.Network;
import java.time.Instant;

/**
 * What a simulation depends on, and nothing else: the same settings give the same stream of actions.
 *
 * @param start when the first order may come
 * @param parcelsPerDay orders on an ordinary day
 */
public record Settings(long seed, Instant start, int parcelsPerDay, int outlets, int hubs) {

    public Settings {
        if (parcelsPerDay < 1 || parcelsPerDay > 1_000_000) {
            throw new IllegalArgumentException(
                    "The parcels per day are %d, and must be 1 to 1,000,000.".formatted(parcelsPerDay));
        }
    }

    /** The demo's network with this many orders a day. */
    public static Settings demo(long seed, Instant start, int parcelsPerDay) {
        return new Settings(seed, start, parcelsPerDay, Network.OUTLETS, Network.HUBS);
    }
}
