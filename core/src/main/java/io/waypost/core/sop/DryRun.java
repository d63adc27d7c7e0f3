package io.waypost.core.sop;

import io.waypost.core.calendar.CalendarBook;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.deadline.AlarmPlan;
import io.waypost.core.deadline.ClockEvent;
import io.waypost.core.deadline.ClockRules;
import io.waypost.core.deadline.ClockState;
import io.waypost.core.deadline.ClockStep;
import io.waypost.core.deadline.Firing;
import io.waypost.core.deadline.NextFiring;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an SOP would have made of a stage that went as it went (SOP 试算): the same starts, pauses and ends under other limits,
 * alarms and calendars. Pure and safe for threads.
 *
 * <p>It does not foresee that people act otherwise under another limit.
 */
public final class DryRun {

    private DryRun() {}

    /** What would have been. */
    public sealed interface Outcome {

        /**
         * The SOP sets a limit.
         *
         * @param warned whether a warning would have been given
         * @param late whether the limit would have been used up, and so escalated
         * @param steps later steps that would have followed
         */
        record Counted(boolean warned, boolean late, int steps) implements Outcome {}

        /** The SOP has no such stage. */
        record NoLimit() implements Outcome {}

        /** It cannot be told: holidays are not announced, or the course has no beginning. */
        record Unknown() implements Outcome {}
    }

    /**
     * Tries an SOP on one course.
     *
     * @param calendar the version of a calendar code, or of {@link SopStage#OF_UNIT} for the course's unit, that is to count
     * @param until up to when a stage that still runs is looked at
     */
    public static Outcome of(StageCourse course, Sop sop, Function<String, CalendarId> calendar, CalendarBook book,
            Instant until) {
        var stage = sop.stage(course.stage(), course.party());
        if (stage.isEmpty()) {
            return new Outcome.NoLimit();
        }
        var events = rewritten(course, stage.get(), calendar.apply(stage.get().calendar()));
        var end = end(course).orElse(until);
        var running = events.stream().filter(event -> !(event instanceof ClockEvent.Stopped)).toList();
        return switch (ClockRules.replay(running)) {
            case ClockStep.Taken(var state) -> state instanceof ClockState.Idle
                    ? new Outcome.Unknown()
                    : count(state, running.getFirst().at(), end, book);
            case ClockStep.Refused _ -> new Outcome.Unknown();
        };
    }

    private static Outcome count(ClockState state, Instant start, Instant end, CalendarBook book) {
        var fired = new HashSet<Firing.Key>();
        boolean warned = false;
        boolean late = false;
        int steps = 0;
        while (true) {
            // Asked at the start, so that each warning counts that would have been given in its time.
            switch (ClockRules.next(state, fired, start, book)) {
                case NextFiring.None() -> {
                    return new Outcome.Counted(warned, late, steps);
                }
                case NextFiring.Unknown(_, var notBefore) -> {
                    return notBefore.isBefore(end)
                            ? new Outcome.Unknown()
                            : new Outcome.Counted(warned, late, steps);
                }
                case NextFiring.Next(var firing) -> {
                    if (!firing.at().isBefore(end)) {
                        return new Outcome.Counted(warned, late, steps);
                    }
                    fired.add(firing.key());
                    switch (firing.kind()) {
                        case WARNING -> warned = true;
                        case ESCALATION -> late = true;
                        case REPEAT -> steps++;
                    }
                }
            }
        }
    }

    /** The course as it would have been: one limit and one calendar from the start, pauses as they were. */
    private static List<ClockEvent> rewritten(StageCourse course, SopStage stage, CalendarId calendar) {
        var limit = stage.limit(course.urgent());
        var events = new ArrayList<ClockEvent>();
        for (var event : course.events()) {
            switch (event) {
                case ClockEvent.Started(var at, _, _, _) -> events.add(started(at, limit, calendar, stage.alarms()));
                case ClockEvent.LimitChanged _ -> {
                    // The limit of the SOP that was in force then.
                }
                case ClockEvent.CalendarChanged _ -> {
                    // The calendar is the new SOP's.
                }
                case ClockEvent.Paused paused -> events.add(paused);
                case ClockEvent.Resumed resumed -> events.add(resumed);
                case ClockEvent.Stopped stopped -> events.add(stopped);
            }
        }
        return events;
    }

    private static ClockEvent started(Instant at, Duration limit, CalendarId calendar, AlarmPlan alarms) {
        return new ClockEvent.Started(at, limit, calendar, alarms);
    }

    private static Optional<Instant> end(StageCourse course) {
        return course.events().stream().filter(ClockEvent.Stopped.class::isInstance).map(ClockEvent::at).findFirst();
    }
}
