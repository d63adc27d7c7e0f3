package io.waypost.core.delay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When no work goes on at a place (停运与休息时段), and the clock that stands still meanwhile. Immutable.
 *
 * <p>Remaining times are learnt and foretold on the clock of the place where a parcel lies: what would take twenty hours takes twenty hours
 * of it, so a day on which the place is closed comes on top, and silence during it says nothing.
 */
public final class Stops {

    /** The clock that always runs. */
    public static final Stops NONE = new Stops(List.of());

    private static final double MILLIS = 3_600_000;

    /** Each as it was given, by its begin. */
    private final List<Stop> stops;

    private Stops(List<Stop> stops) {
        this.stops = stops;
    }

    /**
     * One stop.
     *
     * @param until the instant at which work goes on
     * @param knownFrom since when it can be reckoned with: its announcement; {@link Instant#MIN} for one that always was known
     */
    public record Stop(Instant from, Instant until, Instant knownFrom) {

        public Stop {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("The end (%s) is before the begin (%s).".formatted(until, from));
            }
        }
    }

    /** All of the given; they may overlap. */
    public static Stops of(Collection<Stop> stops) {
        var some = stops.stream().filter(stop -> stop.from().isBefore(stop.until()))
                .sorted(Comparator.comparing(Stop::from)).toList();
        return some.isEmpty() ? NONE : new Stops(some);
    }

    /** Those that can be reckoned with at an instant. */
    public Stops knownAt(Instant now) {
        return stops.stream().noneMatch(stop -> stop.knownFrom().isAfter(now))
                ? this
                : of(stops.stream().filter(stop -> !stop.knownFrom().isAfter(now)).toList());
    }

    /** When the next stop is announced after an instant. */
    Optional<Instant> nextNews(Instant after) {
        return stops.stream().map(Stop::knownFrom).filter(at -> at.isAfter(after)).min(Comparator.naturalOrder());
    }

    /** Hours that the clock runs from one instant to another; negative where that is the earlier one. */
    public double hours(Instant from, Instant to) {
        if (stops.isEmpty() || !from.isBefore(to)) {
            return Duration.between(from, to).toMillis() / MILLIS;
        }
        return Duration.between(from, to).minus(stood(from, to)).toMillis() / MILLIS;
    }

    /** Hours that it stands still between two instants. */
    double stoodHours(Instant from, Instant to) {
        return stood(from, to).toMillis() / MILLIS;
    }

    /** The first instant at which it has run for so long since {@code from}; never inside of a stop. */
    Instant reach(Instant from, Duration running) {
        var at = from;
        var left = running;
        for (var stop : merged(from, Instant.MAX)) {
            if (stop.from().isAfter(at)) {
                var runs = Duration.between(at, stop.from());
                if (runs.compareTo(left) >= 0) {
                    return at.plus(left);
                }
                left = left.minus(runs);
            }
            at = stop.until();
        }
        return at.plus(left);
    }

    /** The begin of the stop that covers the instant; the instant itself where none does. */
    Instant beginOf(Instant at) {
        return merged(Instant.MIN, Instant.MAX).stream().filter(span -> span.covers(at)).map(Span::from).findFirst()
                .orElse(at);
    }

    /** The end of the stop that covers the instant; the instant itself where none does. */
    Instant endOf(Instant at) {
        return merged(Instant.MIN, Instant.MAX).stream().filter(span -> span.covers(at)).map(Span::until).findFirst()
                .orElse(at);
    }

    private Duration stood(Instant from, Instant to) {
        var sum = Duration.ZERO;
        for (var stop : merged(from, to)) {
            sum = sum.plus(Duration.between(stop.from(), stop.until()));
        }
        return sum;
    }

    /** The stops between two instants, cut to them and one apart from the other. */
    private List<Span> merged(Instant from, Instant to) {
        if (stops.isEmpty()) {
            return List.of();
        }
        var spans = new ArrayList<Span>();
        var reached = from;
        for (var stop : stops) {
            var begin = stop.from().isAfter(reached) ? stop.from() : reached;
            var end = stop.until().isBefore(to) ? stop.until() : to;
            if (begin.isBefore(end)) {
                if (!spans.isEmpty() && spans.getLast().until().equals(begin)) {
                    spans.set(spans.size() - 1, new Span(spans.getLast().from(), end));
                } else {
                    spans.add(new Span(begin, end));
                }
                reached = end;
            }
        }
        return spans;
    }

    private record Span(Instant from, Instant until) {

        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stops that && stops.equals(that.stops);
    }

    @Override
    public int hashCode() {
        return stops.hashCode();
    }

    @Override
    public String toString() {
        return stops.toString();
    }
}
