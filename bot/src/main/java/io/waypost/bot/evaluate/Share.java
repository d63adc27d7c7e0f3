package io.waypost.bot.evaluate;

import java.util.Locale;

/**
 * A share with its 95 % interval by Wilson's score.
 *
 * @param right of {@code all}
 */
public record Share(int right, int all) {

    private static final double Z = 1.959964;

    /** The share itself; 0 of none. */
    public double value() {
        return all == 0 ? 0 : right / (double) all;
    }

    /** The lower end of the interval. */
    public double low() {
        return all == 0 ? 0 : middle() - half();
    }

    /** The upper end of the interval. */
    public double high() {
        return all == 0 ? 0 : middle() + half();
    }

    private double middle() {
        return (value() + Z * Z / (2 * all)) / (1 + Z * Z / all);
    }

    private double half() {
        return Z * Math.sqrt(value() * (1 - value()) / all + Z * Z / (4.0 * all * all)) / (1 + Z * Z / all);
    }

    @Override
    public String toString() {
        return all == 0
                ? "–"
                : String.format(Locale.ROOT, "%.1f %% (%.1f–%.1f, %d of %d)", 100 * value(), 100 * low(), 100 * high(),
                        right, all);
    }
}
