package io.waypost.simulator;

import io.waypost.simulator.network.Shape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation depends on, and nothing else: the same settings give the same stream of actions.
 *
 * @param start when the first order may come
 * @param parcelsPerDay orders on an ordinary day
 * @param shape the form of the network
 * @param showcase code of a badly run outlet, with much to do and many parcels mislaid, so that whoever sits there in a
 *     demonstration soon has a case; null for none, as in a measurement
 * @param handOvers whether places scan hand-overs too: single pieces onto the lorry, bags off it, and what comes broken; all other scans stay
 *     what they are without
 */
public record Settings(long seed, Instant start, int parcelsPerDay, Shape shape, int outlets, int hubs,
        @Nullable String showcase, boolean handOvers) {

    public Settings {
        if (parcelsPerDay < 1 || parcelsPerDay > 1_000_000) {
            throw new IllegalArgumentException(
                    "The parcels per day are %d, and must be 1 to 1,000,000.".formatted(parcelsPerDay));
        }
    }

    /** The demo's network with this many orders a day. */
    public static Settings demo(long seed, Instant start, int parcelsPerDay) {
        return demo(seed, start, parcelsPerDay, Shape.STANDING);
    }

    /** A network of that shape in its usual size, with this many orders a day. */
    public static Settings demo(long seed, Instant start, int parcelsPerDay, Shape shape) {
        return new Settings(seed, start, parcelsPerDay, shape, shape.outlets(), shape.hubs(), null, false);
    }

    /** The same with a badly run outlet. */
    public Settings withShowcase(String outlet) {
        return new Settings(seed, start, parcelsPerDay, shape, outlets, hubs, outlet, handOvers);
    }

    /** The same with scans of hand-overs. */
    public Settings withHandOvers() {
        return new Settings(seed, start, parcelsPerDay, shape, outlets, hubs, showcase, true);
    }
}
