package io.waypost.core.improvement;

import io.waypost.core.improvement.Comparison.Trend;
import org.jspecify.annotations.Nullable;

/**
 * Whether a cause really fell (改进是否见效): two Poisson counts, each held against its exposure.
 *
 * <p>Of all tickets of both spans, those after are binomial with a share that only the ratio of the rates decides; the interval of
 * Clopper and Pearson for that share is turned into one for the ratio. It is exact for counts and on the careful side for shares. With
 * very many tickets the sums would take long, and Wilson's interval serves instead.
 */
public final class Comparing {

    /** What may fall outside on each side: 95 % lie within. */
    private static final double TAIL = 0.025;
    private static final double Z = 1.959963984540054;
    private static final long MANY = 5_000;
    private static final int HALVINGS = 60;

    private Comparing() {}

    /** Compares them. */
    public static Comparison compare(Measure measure, Tally before, Tally after) {
        double was = before.exposure(measure);
        double is = after.exposure(measure);
        long all = before.tickets() + after.tickets();
        // What the share of the tickets after would be, were nothing changed.
        double expected = was + is == 0 ? 0 : is / (was + is);
        if (was == 0 || is == 0 || all == 0) {
            return new Comparison(before, after, null, 0, null, Trend.TOO_FEW);
        }
        double low = ratio(low(after.tickets(), all), was, is);
        double highShare = 1 - low(before.tickets(), all);
        var high = highShare >= 1 ? null : (Double) ratio(highShare, was, is);
        var ratio = before.tickets() == 0 ? null : (Double) (after.tickets() / is / (before.tickets() / was));
        return new Comparison(before, after, ratio, low, high, trend(low, high, all, expected));
    }

    private static Trend trend(double low, @Nullable Double high, long all, double expected) {
        if (low > 1) {
            return Trend.ROSE;
        }
        if (high != null && high < 1) {
            return Trend.FELL;
        }
        // Had none come after, would the chance of that be small enough to tell?
        return Math.pow(1 - expected, (double) all) > TAIL ? Trend.TOO_FEW : Trend.UNCHANGED;
    }

    private static double ratio(double share, double was, double is) {
        return share / (1 - share) * was / is;
    }

    /** The smallest share under which so many of all, or more, are no rarer than {@link #TAIL}. */
    private static double low(long some, long all) {
        if (some == 0) {
            return 0;
        }
        if (all > MANY) {
            return wilson(some, all);
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (atLeast(some, all, middle) < TAIL) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double wilson(long some, long all) {
        double share = (double) some / all;
        double square = Z * Z / all;
        return Math.max(0, (share + square / 2 - Z * Math.sqrt((share * (1 - share) + square / 4) / all))
                / (1 + square));
    }

    /** The chance of at least that many of all. */
    private static double atLeast(long some, long all, double share) {
        double log = all * Math.log1p(-share);
        double odds = Math.log(share) - Math.log1p(-share);
        double below = 0;
        for (long k = 0; k < some; k++) {
            below += Math.exp(log);
            log += Math.log((double) (all - k) / (k + 1)) + odds;
        }
        return 1 - below;
    }
}
