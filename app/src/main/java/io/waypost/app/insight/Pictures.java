package io.waypost.app.insight;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.ticket.TicketCounts;
import io.waypost.app.watch.Freshness;
import io.waypost.app.watch.WatchCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Takes the picture that all boards of this node share: only while somebody looks, by one thread at a time, and the more it costs the
 * more seldom, so that looking never takes more than a twentieth of one core.
 */
@Component
class Pictures {

    /** Up to when right and wrong warnings, and answers in time, are counted. */
    static final Duration JUDGED = Duration.ofDays(7);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration YOUNGEST = Duration.ofSeconds(2);
    private static final Duration OLDEST = Duration.ofMinutes(1);
    private static final Duration WATCHED = Duration.ofHours(24);
    private static final int SHARE = 20;

    private final WatchCounts watch;
    private final TicketCounts tickets;
    private final Freshness freshness;
    private final Clock clock;
    private final Clock wall;
    private final ReentrantLock taking = new ReentrantLock();
    private volatile @Nullable Taken last;

    Pictures(WatchCounts watch, TicketCounts tickets, Freshness freshness, Clock clock,
            @Qualifier("wallClock") Clock wall) {
        this.watch = watch;
        this.tickets = tickets;
        this.freshness = freshness;
        this.clock = clock;
        this.wall = wall;
    }

    private record Taken(Picture picture, Instant goodUntil) {}

    /** A picture that is at most a little old. Whoever comes while one is being taken gets the one before. */
    Picture current() {
        var known = last;
        if (known != null && wall.instant().isBefore(known.goodUntil())) {
            return known.picture();
        }
        if (known != null && !taking.tryLock()) {
            return known.picture();
        }
        if (known == null) {
            taking.lock();
        }
        try {
            var meanwhile = last;
            return meanwhile != null && wall.instant().isBefore(meanwhile.goodUntil()) ? meanwhile.picture() : take();
        } finally {
            taking.unlock();
        }
    }

    /** Takes a new picture now. */
    Picture take() {
        var begun = wall.instant();
        var picture = Acting.as(new Actor.Internal("insight"), () -> look(clock.instant()));
        var cost = Duration.between(begun, wall.instant());
        var good = cost.multipliedBy(SHARE);
        good = good.compareTo(YOUNGEST) < 0 ? YOUNGEST : good.compareTo(OLDEST) > 0 ? OLDEST : good;
        last = new Taken(picture, wall.instant().plus(good));
        return picture;
    }

    private Picture look(Instant now) {
        var day = LocalDate.ofInstant(now, CHINA);
        var today = day.atStartOfDay(CHINA).toInstant();
        var yesterday = day.minusDays(1).atStartOfDay(CHINA).toInstant();
        var firstHour = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(23));
        return new Picture(now,
                watch.underWay(now, WATCHED),
                watch.findings(now.minus(JUDGED), today, yesterday),
                watch.hours(firstHour),
                tickets.open(now),
                tickets.closed(firstHour.isBefore(today) ? firstHour : today),
                tickets.answered(now.minus(JUDGED)),
                freshness.sites(now.minus(Duration.ofHours(1)), now, "/"));
    }

    /** The beginning of the day, Beijing time, that the instant lies in. */
    static Instant startOfDay(Instant instant) {
        return LocalDate.ofInstant(instant, CHINA).atStartOfDay(CHINA).toInstant();
    }
}
