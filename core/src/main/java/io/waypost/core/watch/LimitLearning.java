package io.waypost.core.watch;

import io.waypost.core.watch.LimitRow.Basis;
import io.waypost.core.watch.LimitRow.Usual;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Learns limits from the network's own gaps (时限学习).
 *
 * <p>A gap is what the watch would have seen: from one scan's time to the arrival of the next. The limit is a percentile low enough not
 * to hold the lost and stuck parcels themselves, plus a margin in proportion to how far that percentile lies above the median. A lane
 * with too few gaps gets no row, so that the row of its class, and then the default, counts.
 */
public final class LimitLearning {

    private final Parameters parameters;
    private final Map<LimitKey, GapHistogram> byKey = new HashMap<>();

    public LimitLearning(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Counts the gap after a scan. */
    public void add(LastScan scan, Instant nextArrivedAt) {
        var gap = Duration.between(scan.at(), nextArrivedAt);
        if (gap.isNegative()) {
            return;
        }
        for (var key : LimitKey.fitting(scan.stage(), scan.lane(), DayPart.at(scan.at()))) {
            byKey.computeIfAbsent(key, _ -> new GapHistogram()).add(gap);
        }
    }

    /** The rows that there are enough gaps for. */
    public List<LimitRow> rows(Instant effectiveFrom) {
        var rows = new ArrayList<LimitRow>();
        byKey.forEach((key, histogram) -> {
            var row = row(key, histogram, effectiveFrom);
            if (row != null) {
                rows.add(row);
            }
        });
        return rows;
    }

    private @Nullable LimitRow row(LimitKey key, GapHistogram histogram, Instant effectiveFrom) {
        if (histogram.samples() < parameters.minimumSamples()) {
            return null;
        }
        double high = histogram.percentile(parameters.percentile());
        double hours = Math.ceil(high + parameters.spread() * (high - histogram.percentile(50)));
        return new LimitRow(key, hours, Basis.LEARNT, parameters.percentile(), histogram.samples(),
                new Usual(Limit.round(histogram.percentile(10)), Limit.round(histogram.percentile(90))),
                "p%s of %d".formatted(parameters.percentile(), histogram.samples()), "learning", effectiveFrom);
    }

    /**
     * How to learn.
     *
     * @param percentile the percentile of the gaps
     * @param spread the margin, in multiples of the distance from the median to the percentile
     * @param minimumSamples fewer gaps teach nothing
     */
    public record Parameters(double percentile, double spread, long minimumSamples) {

        /** What a new installation starts with. */
        public static Parameters defaults() {
            return new Parameters(99, 0.5, 500);
        }
    }
}
