package io.waypost.core.deadline;

import io.waypost.core.calendar.CalendarId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the internal clock of a stage (内部时钟) stands. Facts only: nothing in it was computed with a calendar, so that newer
 * holidays need no new state. {@link ClockRules} reads it.
 */
public sealed interface ClockState {

    /** Before the start. */
    record Idle() implements ClockState {}

    /**
     * Time counts.
     *
     * @param since from when, by the present calendar
     */
    record Running(Course course, Instant since) implements ClockState {}

    /** Time does not count. */
    record Paused(Course course, Instant since, PauseReason reason) implements ClockState {}

    /** The stage is finished; nothing fires any more. */
    record Stopped(Course course, Instant at) implements ClockState {}

    /**
     * What lies behind a clock that was started.
     *
     * @param calendar by which time counts now, or will when the pause ends
     * @param limits every limit that was set, in order; the last one is in force
     * @param counted the spans in which time counted and that are over, in order; what lies between them was paused
     * @param lastEventAt when the last event happened; none may come from before it
     */
    record Course(AlarmPlan alarms, CalendarId calendar, List<LimitSet> limits, List<Span> counted,
            Instant lastEventAt) {

        public Course {
            limits = List.copyOf(limits);
            counted = List.copyOf(counted);
        }

        /** The limit in force, as working time. */
        public Duration limit() {
            return limits.getLast().limit();
        }

        /** When the clock was started. */
        public Instant startedAt() {
            return limits.getFirst().at();
        }

        Course counted(Instant from, Instant until) {
            var spans = new ArrayList<>(counted);
            spans.add(new Span(from, until, calendar));
            return new Course(alarms, calendar, limits, spans, until);
        }

        Course limited(Instant at, Duration limit) {
            var set = new ArrayList<>(limits);
            set.add(new LimitSet(at, limit));
            return new Course(alarms, calendar, set, counted, at);
        }

        Course by(CalendarId other, Instant at) {
            return new Course(alarms, other, limits, counted, at);
        }

        Course at(Instant at) {
            return new Course(alarms, calendar, limits, counted, at);
        }
    }

    /** A limit (时限), and when it was set. */
    record LimitSet(Instant at, Duration limit) {}

    /** A span in which working time counted by one calendar. */
    record Span(Instant from, Instant until, CalendarId calendar) {}
}
