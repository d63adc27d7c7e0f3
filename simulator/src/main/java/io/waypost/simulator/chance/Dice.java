package io.waypost.simulator.chance;

import java.util.List;

/**
 * A stream of pseudo-random numbers (SplitMix64) that belongs to a key, so that one parcel's luck does not depend on how
 * many other parcels there are. Not safe for threads; not for secrets.
 */
public final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** The stream of these keys; the same keys always give the same stream. */
    public static Dice of(long seed, long... keys) {
        long state = mix(seed + GOLDEN);
        for (long key : keys) {
            state = mix(state ^ mix(key + GOLDEN));
        }
        return new Dice(state);
    }

    /** The next 64 bits. */
    public long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /** A number in [0, 1). */
    public double uniform() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /** A number in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** A whole number in [low, high], both included. */
    public int whole(int low, int high) {
        return low + (int) (uniform() * (high - low + 1));
    }

    /** Whether something of this probability happens. */
    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** One of the list, each as likely. */
    public <T> T pick(List<T> list) {
        return list.get((int) (uniform() * list.size()));
    }

    /** A standard normal number. */
    public double normal() {
        double u = 1 - uniform();
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * uniform());
    }

    /** A log-normal number of this median; sigma 0.1 stays within about 25 %. */
    public double around(double median, double sigma) {
        return median * Math.exp(sigma * normal());
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
