package io.waypost.app.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The clock by which parcels, tickets and deadlines live. Real time in real use; in the demonstration it runs faster, stands
 * still, or is moved forward step by step. It never goes back.
 *
 * <p>Thread-safe. Sessions, lock-outs and rate limits use the wall clock instead ({@code @Qualifier("wallClock")}).
 */
public final class BusinessClock extends Clock {

    private final Clock wall;
    private volatile Anchor anchor;

    /** A clock that shows {@code start} now and runs {@code speed} times as fast as the wall clock; 0 stands still. */
    public BusinessClock(Clock wall, Instant start, double speed) {
        this.wall = wall;
        this.anchor = new Anchor(wall.instant(), start, speed);
    }

    /** A clock that is the wall clock. */
    public static BusinessClock real(Clock wall) {
        return new BusinessClock(wall, wall.instant(), 1);
    }

    private record Anchor(Instant wallAt, Instant shown, double speed) {

        Instant at(Instant now) {
            var gone = Duration.between(wallAt, now);
            return whole(speed == 1 ? shown.plus(gone) : shown.plusNanos((long) (gone.toNanos() * speed)));
        }
    }

    @Override
    public Instant instant() {
        return anchor.at(wall.instant());
    }

    /** How many times faster than the wall clock it runs. */
    public double speed() {
        return anchor.speed();
    }

    /** Goes on from here at another speed; 0 stands still. */
    public synchronized void run(double speed) {
        if (speed < 0 || speed > 100_000) {
            throw Refusal.invalid("speed", speed, "OUT_OF_RANGE",
                    "Use 0 to stand still, or up to 100000 times real time.");
        }
        var now = wall.instant();
        anchor = new Anchor(now, anchor.at(now), speed);
    }

    /** Moves forward to the given instant; an earlier one changes nothing. */
    public synchronized void advanceTo(Instant instant) {
        var now = wall.instant();
        var target = whole(instant);
        if (target.isAfter(anchor.at(now))) {
            anchor = new Anchor(now, target, anchor.speed());
        }
    }

    /** Whole microseconds, as the database keeps them: an instant must compare the same before and after it was stored. */
    static Instant whole(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** How long to sleep, in real time, until this clock shows the given instant; {@code longest} where that is never or later. */
    public Duration untilShows(Instant instant, Duration longest) {
        var ahead = Duration.between(instant(), instant);
        if (ahead.isNegative() || ahead.isZero()) {
            return Duration.ZERO;
        }
        var speed = speed();
        if (speed == 0) {
            return longest;
        }
        var nanos = ahead.compareTo(Duration.ofDays(365)) > 0 ? Double.MAX_VALUE : ahead.toNanos() / speed;
        return nanos >= longest.toNanos() ? longest : Duration.ofNanos((long) nanos + 1_000_000);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The business clock shows UTC; convert where a person reads it.");
    }
}
