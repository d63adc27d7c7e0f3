package io.waypost.core.ticket;

import io.waypost.core.calendar.CalendarBook;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.deadline.AlarmPlan;
import io.waypost.core.deadline.ClockEvent;
import io.waypost.core.deadline.ClockRules;
import io.waypost.core.deadline.ClockState;
import io.waypost.core.deadline.ClockStep;
import io.waypost.core.deadline.Due;
import io.waypost.core.deadline.Firing;
import io.waypost.core.deadline.NextFiring;
import io.waypost.core.deadline.PauseReason;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The internal clock of the stage that a ticket is in (环节时钟). Facts only; every instant is computed from them.
 *
 * @param party who is responsible
 * @param fired what fired already
 * @param work the clock of the work whose result is looked at in this stage: it stands, and goes on if the work comes back; null
 *     where no result is looked at
 */
public record StageClock(
        Stage stage,
        Party party,
        ClockState state,
        Set<Firing.Key> fired,
        @Nullable StageClock work) {

    public StageClock {
        fired = Set.copyOf(fired);
    }

    /** A clock that starts. */
    static StageClock started(Stage stage, Party party, Duration limit, CalendarId calendar, AlarmPlan alarms,
            Instant at) {
        return new StageClock(stage, party, new ClockState.Idle(), Set.of(), null)
                .after(new ClockEvent.Started(at, limit, calendar, alarms));
    }

    /** When its time is used up. */
    public Due due(CalendarBook book) {
        return ClockRules.due(state, book);
    }

    /** What fires next. */
    public NextFiring next(Instant now, CalendarBook book) {
        return ClockRules.next(state, fired, now, book);
    }

    /** The limit in force, as working time. */
    public Duration limit() {
        return course().limit();
    }

    /** The calendar by which it counts. */
    public CalendarId calendar() {
        return course().calendar();
    }

    /** When the stage began. */
    public Instant startedAt() {
        return course().startedAt();
    }

    /** What happened to it last, and when: for one that is over, its end. */
    public Instant lastAt() {
        return course().lastEventAt();
    }

    boolean isOf(Stage one, Party other) {
        return stage == one && party == other;
    }

    boolean paused() {
        return state instanceof ClockState.Paused;
    }

    /** Standing for that reason. */
    StageClock standing(Instant at, PauseReason reason) {
        return state instanceof ClockState.Paused(_, _, var present) && present == reason
                ? this
                : running(at).pausedAt(at, reason);
    }

    /** Running, whether or not it stood. */
    StageClock running(Instant at) {
        return paused() ? resumedAt(at) : this;
    }

    private StageClock pausedAt(Instant at, PauseReason reason) {
        return after(new ClockEvent.Paused(notBefore(at), reason));
    }

    private StageClock resumedAt(Instant at) {
        return after(new ClockEvent.Resumed(notBefore(at)));
    }

    /** Standing, while somebody else looks at what the work came to. */
    StageClock setAside(Instant at) {
        return standing(at, PauseReason.OTHER_OUTLET);
    }

    /** With the clock of the work that is looked at. */
    StageClock of(@Nullable StageClock setAside) {
        return new StageClock(stage, party, state, fired, setAside);
    }

    StageClock stoppedAt(Instant at) {
        return after(new ClockEvent.Stopped(notBefore(at)));
    }

    StageClock withFired(Firing.Key key) {
        var all = new HashSet<>(fired);
        all.add(key);
        return new StageClock(stage, party, state, all, work);
    }

    StageClock by(CalendarId calendar, Instant at) {
        return after(new ClockEvent.CalendarChanged(notBefore(at), calendar));
    }

    StageClock limited(Duration limit, Instant at) {
        return after(new ClockEvent.LimitChanged(notBefore(at), limit));
    }

    /** With at most so much working time from now on. */
    StageClock sooner(Duration left, Instant at, CalendarBook book) {
        var limit = ClockRules.read(state, notBefore(at), book).used().certain().plus(left);
        return limit.compareTo(limit()) < 0 ? limited(limit, at) : this;
    }

    /** A finding may be dated before the step that the clock took last. */
    private Instant notBefore(Instant at) {
        return state instanceof ClockState.Idle || at.isAfter(course().lastEventAt()) ? at : course().lastEventAt();
    }

    private StageClock after(ClockEvent event) {
        return switch (ClockRules.step(state, event)) {
            case ClockStep.Taken(var next) -> new StageClock(stage, party, next, fired, work);
            case ClockStep.Refused(var refused, var reason) -> throw new IllegalStateException(
                    "The clock of %s does not take %s: %s.".formatted(stage, refused, reason));
        };
    }

    private ClockState.Course course() {
        return switch (state) {
            case ClockState.Idle() -> throw new IllegalStateException("The clock of %s was not started.".formatted(
                    stage));
            case ClockState.Running(var course, _) -> course;
            case ClockState.Paused(var course, _, _) -> course;
            case ClockState.Stopped(var course, _) -> course;
        };
    }
}
