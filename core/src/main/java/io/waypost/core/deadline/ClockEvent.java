package io.waypost.core.deadline;

import io.waypost.core.calendar.CalendarId;
import java.time.Duration;
import java.time.Instant;

/** Something that happened to the internal clock of a stage (内部时钟事件). Their list, in order, is all that the clock is made of. */
public sealed interface ClockEvent {

    /** When it happened. */
    Instant at();

    /**
     * The stage began.
     *
     * @param limit working time that it has, positive
     * @param calendar by which working time counts
     * @param alarms kept for the whole stage: a running case keeps its SOP
     */
    record Started(Instant at, Duration limit, CalendarId calendar, AlarmPlan alarms) implements ClockEvent {

        public Started {
            positive(limit);
        }
    }

    /** From here on time does not count. */
    record Paused(Instant at, PauseReason reason) implements ClockEvent {}

    /** It counts again. */
    record Resumed(Instant at) implements ClockEvent {}

    /**
     * The stage has another limit, counted from its start.
     *
     * @param limit working time, positive
     */
    record LimitChanged(Instant at, Duration limit) implements ClockEvent {

        public LimitChanged {
            positive(limit);
        }
    }

    /** From here on working time counts by another calendar; what was counted stays. */
    record CalendarChanged(Instant at, CalendarId calendar) implements ClockEvent {}

    /** The stage was finished. */
    record Stopped(Instant at) implements ClockEvent {}

    private static void positive(Duration limit) {
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("The limit (%s) must be positive.".formatted(limit));
        }
    }
}
