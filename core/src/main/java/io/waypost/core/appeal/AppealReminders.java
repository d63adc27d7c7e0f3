package io.waypost.core.appeal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is reminded of an appeal when (申诉催办), in calendar time like the period itself: half of the period gone, three days and one
 * day left, the end, and every day after it for a month. A step fires once; of several that passed unseen only the last does.
 */
public final class AppealReminders {

    private static final int DAYS_OVERDUE = 30;

    private AppealReminders() {}

    /** What a reminder says; the names are part of the API. */
    public enum Kind {
        HALF_GONE(false),
        THREE_DAYS_LEFT(false),
        ONE_DAY_LEFT(true),
        OVERDUE(true),
        STILL_OVERDUE(true);

        private final boolean above;

        Kind(boolean above) {
            this.above = above;
        }

        /** Whether the level above is told as well. */
        public boolean above() {
            return above;
        }
    }

    /**
     * A step.
     *
     * @param ordinal from 1, in the order of time: the one that fired last is all that has to be kept
     */
    public record Reminder(int ordinal, Kind kind, Instant at) {}

    /** The first step that was not fired; empty where no step is left. */
    public static Optional<Reminder> next(Instant from, Instant due, int fired) {
        return steps(from, due).stream().filter(step -> step.ordinal() > fired).findFirst();
    }

    /** The step to fire now: the last of those whose time has come; empty where none has. */
    public static Optional<Reminder> toFire(Instant from, Instant due, int fired, Instant now) {
        return steps(from, due).stream()
                .filter(step -> step.ordinal() > fired && !step.at().isAfter(now))
                .reduce((_, later) -> later);
    }

    private static List<Reminder> steps(Instant from, Instant due) {
        var steps = new ArrayList<Reminder>();
        var half = from.plus(Duration.between(from, due).dividedBy(2));
        var three = due.minus(Duration.ofDays(3));
        if (half.isBefore(three)) {
            add(steps, Kind.HALF_GONE, half);
        }
        if (three.isAfter(from)) {
            add(steps, Kind.THREE_DAYS_LEFT, three);
        }
        add(steps, Kind.ONE_DAY_LEFT, due.minus(Duration.ofDays(1)));
        add(steps, Kind.OVERDUE, due);
        for (int day = 1; day <= DAYS_OVERDUE; day++) {
            add(steps, Kind.STILL_OVERDUE, due.plus(Duration.ofDays(day)));
        }
        return steps;
    }

    private static void add(List<Reminder> steps, Kind kind, Instant at) {
        steps.add(new Reminder(steps.size() + 1, kind, at));
    }
}
