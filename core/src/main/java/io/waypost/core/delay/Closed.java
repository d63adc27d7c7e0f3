package io.waypost.core.delay;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is closed on the way of a parcel (停运与休息).
 *
 * @param here where it lies or is sent next: while that is closed, the parcel's clock stands still
 * @param there where it is to be delivered: while that is closed it may come nearer, yet is not delivered
 */
public record Closed(Stops here, Stops there) {

    /** A way on which everything is open. */
    public static final Closed NOTHING = new Closed(Stops.NONE, Stops.NONE);

    /** What can be reckoned with at an instant. */
    Closed knownAt(Instant now) {
        return new Closed(here.knownAt(now), there.knownAt(now));
    }

    /** The same without the place of delivery. */
    Closed onlyHere() {
        return new Closed(here, Stops.NONE);
    }

    /** When the next stop is announced after an instant. */
    Optional<Instant> nextNews(Instant after) {
        return Stream.of(here, there).flatMap(stops -> stops.nextNews(after).stream()).min(Instant::compareTo);
    }

    /** The last instant, not after the given one, until which something can be delivered. */
    Instant open(Instant until) {
        return there.beginOf(until);
    }

    /** The first instant, not before the given one, at which something can be delivered. */
    Instant opens(Instant from) {
        return there.endOf(from);
    }
}
