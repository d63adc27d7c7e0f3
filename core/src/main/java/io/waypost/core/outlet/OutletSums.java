package io.waypost.core.outlet;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Sums of the work of sites (网点分钟汇总). Adding and taking away commute, so the order and the batches in which scans are counted do
 * not matter. Immutable; zeros are left out, so equal sums are equal.
 *
 * @param flows what happened, by site and minute
 * @param held how many parcels lie at a site, by the hour in which they came
 */
public record OutletSums(Map<Flow, Long> flows, Map<Held, Long> held) {

    /** Nothing. */
    public static final OutletSums NONE = new OutletSums(Map.of(), Map.of());

    public OutletSums {
        flows = Map.copyOf(flows);
        held = Map.copyOf(held);
    }

    /** One count: the minute begins at the given instant. */
    public record Flow(String site, Instant minute, OutletFlow kind) {}

    /** Parcels at a site that came within the hour that begins at the given instant. */
    public record Held(String site, Instant hour) {}

    /** Both together. */
    public OutletSums plus(OutletSums other) {
        return new OutletSums(merged(flows, other.flows, 1), merged(held, other.held, 1));
    }

    /** What must be added to the other to get this one. */
    public OutletSums minus(OutletSums other) {
        return new OutletSums(merged(flows, other.flows, -1), merged(held, other.held, -1));
    }

    /** Whether there is nothing to add. */
    public boolean isNone() {
        return flows.isEmpty() && held.isEmpty();
    }

    private static <K> Map<K, Long> merged(Map<K, Long> one, Map<K, Long> other, int sign) {
        var sums = new HashMap<>(one);
        other.forEach((key, count) -> sums.merge(key, sign * count, Long::sum));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }
}
