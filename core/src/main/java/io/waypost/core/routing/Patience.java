package io.waypost.core.routing;

import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

/**
 * How long customers would have waited (耐心). Of those who left it is known; of those who were answered only that it was longer. Taken to
 * be exponential; its rate is the likeliest one: those who left over all waiting, that of the answered ones included.
 *
 * @param left how many left
 * @param waited seconds that all of them waited together
 */
public record Patience(long left, double waited) {

    /** Whoever did not leave while we looked is taken to leave by then. */
    public static final Duration LONGEST = Duration.ofDays(1);
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** A wait, and whether its customer left. */
    public record Seen(Duration waited, boolean left) {}

    /** What these say. */
    public static Patience of(Collection<Seen> seen) {
        return new Patience(seen.stream().filter(Seen::left).count(),
                seen.stream().mapToDouble(one -> Math.max(0, Seconds.of(one.waited()))).sum());
    }

    /** Seconds that they wait on average; without end where nobody left. */
    public double mean() {
        return left == 0 ? Double.POSITIVE_INFINITY : Math.max(1, waited / left);
    }

    /**
     * How long the customer of an answered contact would have waited: at least as long as they did, and then as whoever has waited so
     * long. The same for the same contact each time, so that two policies are tried on the same customers.
     */
    public Duration beyond(UUID contact, Duration waited) {
        if (left == 0) {
            return longer(waited, LONGEST);
        }
        double more = Math.min(Seconds.of(LONGEST), -Math.log(1 - share(contact)) * mean());
        return longer(waited, waited.plusNanos((long) (more * 1e9)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** A share from 0 to below 1 that an id alone decides (Steele and others, SplitMix64, 2014). */
    static double share(UUID id) {
        long mixed = id.getMostSignificantBits() * GOLDEN ^ id.getLeastSignificantBits();
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
