package io.waypost.core.delay;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tries forecasts on parcels that they were not learnt from (回测): at fixed hours before each promise, what would have been said, and was the
 * promise missed. Parcels already delivered then, or not yet in the network's hands, are no case. Not safe for threads.
 */
public final class DelayBacktest {

    /** Hours before the promise at which forecasts are tried. */
    public static final List<Integer> AHEAD = List.of(6, 12, 24);

    /** The rule that stands beside: whatever is not delivered twelve hours before its promise will be late. */
    private static final int NAIVE_HOURS = 12;

    private final DelayModel model;
    private final Map<Integer, Both> byAhead = new LinkedHashMap<>();

    private record Both(DelayScore model, DelayScore naive) {}

    public DelayBacktest(DelayModel model) {
        this.model = model;
        AHEAD.forEach(hours -> byAhead.put(hours, new Both(new DelayScore(), new DelayScore())));
    }

    /** A scan, and when it became known. */
    public record Known(DelayPoint point, Instant arrivedAt) {}

    /**
     * Tries one parcel whose promise has passed.
     *
     * @param scans its valid scans in the order of its journey
     * @param deliveredAt its first delivery; null if there was none until now
     */
    public void add(List<Known> scans, Instant promised, @Nullable Instant deliveredAt) {
        add(scans, promised, deliveredAt, StopBook.NONE);
    }

    /** The same in a network that stops when the book says; nothing is known of a stop before it was announced. */
    public void add(List<Known> scans, Instant promised, @Nullable Instant deliveredAt, StopBook book) {
        var resting = model.resting(book);
        boolean missed = deliveredAt == null || deliveredAt.isAfter(promised);
        byAhead.forEach((hours, scores) -> {
            var now = promised.minus(Duration.ofHours(hours));
            DelayPoint last = null;
            for (var scan : scans) {
                last = scan.arrivedAt().isAfter(now) ? last : scan.point();
            }
            if (last != null && last.underWay() && !last.at().isAfter(now)) {
                scores.model().add(resting.risk(last, promised, now).orElse(0.0), missed);
                scores.naive().add(hours <= NAIVE_HOURS ? 1 : 0, missed);
            }
        });
    }

    /** How the model did that many hours ahead, one of {@link #AHEAD}. */
    public DelayScore model(int hours) {
        return both(hours).model();
    }

    /** How the naive rule did on the same parcels. */
    public DelayScore naive(int hours) {
        return both(hours).naive();
    }

    /**
     * Whether the tried model may take over from another one tried on the same parcels: the squared error over all hours is at most 2 %
     * larger, which is less than what one day differs from the next.
     */
    public boolean noWorseThan(DelayBacktest other) {
        return error() <= other.error() * 1.02;
    }

    private double error() {
        return AHEAD.stream().mapToDouble(hours -> model(hours).brier()).sum();
    }

    /** Whether its squared error over all hours is smaller than that of the naive rule. */
    public boolean betterThanNaive() {
        return error() < AHEAD.stream().mapToDouble(hours -> naive(hours).brier()).sum();
    }

    private Both both(int hours) {
        var both = byAhead.get(hours);
        if (both == null) {
            throw new IllegalArgumentException("Tried are %s hours, not %d.".formatted(AHEAD, hours));
        }
        return both;
    }
}
