package io.waypost.app.demo;

import io.waypost.app.kernel.BusinessClock;
import io.waypost.app.kernel.Deadlines;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Moves the demonstration's time forward so that everything on the way happens at its own time. Thread-safe. */
@Component
class DemoClock {

    /** Deadlines closer together than this are done together; nobody in the demonstration sees a shorter difference. */
    static final Duration STEP = Duration.ofMinutes(1);

    private final BusinessClock clock;
    private final Deadlines deadlines;
    private final ReentrantLock moving = new ReentrantLock();

    DemoClock(BusinessClock clock, Deadlines deadlines) {
        this.clock = clock;
        this.deadlines = deadlines;
    }

    /** Returns when the clock shows the given instant and all that fell due until then is done. */
    void advanceTo(Instant instant) {
        var target = instant.truncatedTo(ChronoUnit.MICROS);
        moving.lock();
        try {
            for (var now = clock.instant(); now.isBefore(target); now = clock.instant()) {
                var next = next(now, target);
                clock.advanceTo(next);
                deadlines.drain(next);
            }
        } finally {
            moving.unlock();
        }
    }

    private Instant next(Instant now, Instant target) {
        var soonest = now.plus(STEP);
        return deadlines.nextDue()
                .map(due -> due.isAfter(soonest) ? due : soonest)
                .filter(due -> due.isBefore(target))
                .orElse(target);
    }
}
