package io.waypost.core.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The period of law that runs on a ticket (法定时钟). It never pauses, and ends when the customer was told the result.
 *
 * @param due the first instant that is too late
 * @param told how many of its reminders were given
 */
public record StatutoryClock(Instant due, int told) {

    /** Reminders before and after: three days and one day before, when it is over, and daily for a week. */
    private static final List<Duration> REMINDERS = List.of(Duration.ofDays(-3), Duration.ofDays(-1), Duration.ZERO,
            Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(3), Duration.ofDays(4), Duration.ofDays(5),
            Duration.ofDays(6), Duration.ofDays(7));

    /** When the next reminder is due; {@link Instant#MAX} after the last. */
    Instant next() {
        return told < REMINDERS.size() ? due.plus(REMINDERS.get(told)) : Instant.MAX;
    }

    /** Gives all that are due; those that were missed are given as one. */
    StatutoryClock toldAt(Instant now) {
        int given = told;
        while (given < REMINDERS.size() && !due.plus(REMINDERS.get(given)).isAfter(now)) {
            given++;
        }
        return new StatutoryClock(due, given);
    }

    /** It was kept, and nobody is reminded any more. */
    StatutoryClock kept() {
        return new StatutoryClock(due, REMINDERS.size());
    }

    /** Whether it is over by then. */
    public boolean overdue(Instant now) {
        return !due.isAfter(now);
    }
}
