package io.waypost.core.improvement;

import org.jspecify.annotations.Nullable;

/**
 * A cause before and after (前后对比): how often it was, how often it is, and what may be said of that.
 *
 * @param ratio the rate after, divided by the rate before; null where nothing was before or there is nothing to hold it against
 * @param low the lower end of the ratio's 95 % interval
 * @param high the upper end; null where there is none
 */
public record Comparison(Tally before, Tally after, @Nullable Double ratio, double low, @Nullable Double high,
        Trend trend) {

    /** What may be said (结论). */
    public enum Trend {
        /** It fell (下降): the whole interval is below 1. */
        FELL,
        /** No difference is proved (没有变化). */
        UNCHANGED,
        /** It rose (上升): the whole interval is above 1. */
        ROSE,
        /** So few tickets that even none at all afterwards would prove nothing (数据不足). */
        TOO_FEW
    }
}
