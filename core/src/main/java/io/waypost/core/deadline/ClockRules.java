package io.waypost.core.deadline;

import io.waypost.core.calendar.CalendarBook;
import io.waypost.core.deadline.ClockEvent.CalendarChanged;
import io.waypost.core.deadline.ClockEvent.LimitChanged;
import io.waypost.core.deadline.ClockEvent.Resumed;
import io.waypost.core.deadline.ClockEvent.Started;
import io.waypost.core.deadline.ClockState.Course;
import io.waypost.core.deadline.ClockState.Idle;
import io.waypost.core.deadline.ClockState.LimitSet;
import io.waypost.core.deadline.ClockState.Paused;
import io.waypost.core.deadline.ClockState.Running;
import io.waypost.core.deadline.ClockState.Stopped;
import io.waypost.core.deadline.ClockStep.Refusal;
import io.waypost.core.deadline.ClockStep.Refused;
import io.waypost.core.deadline.ClockStep.Taken;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The internal clock of a case stage (内部时钟): working time with pauses, computed from its history. Pure and safe for threads.
 *
 * <p>The rules, all in working time:
 *
 * <ul>
 *   <li>The due instant is the first at which the counted time reaches the limit. The end of a shift is earlier than the begin
 *       of the next.
 *   <li>A limit that is lowered below what was used is due when it was lowered, not before: nobody is late in hindsight. Where
 *       the time was over before, it stays over since then, unless the new limit is higher. Steps count from the due instant.
 *   <li>Another calendar counts from when it was set; newer holidays count for all days.
 *   <li>Warnings, escalation and steps fire once for each {@link Firing.Key}, in the order of their instants, however late.
 *       A warning that was missed is left out once the escalation is due as well; escalation and steps are never left out, since
 *       each may reach somebody else.
 *   <li>What was due fires before the next event is taken; a limit that is replaced fires no more. A stopped clock fires nothing.
 * </ul>
 *
 * <p>Not for statutory periods: those are in {@link StatutoryTable} and never pause.
 */
public final class ClockRules {

    private ClockRules() {}

    /** The clock after one more event. */
    public static ClockStep step(ClockState state, ClockEvent event) {
        return switch (state) {
            case Idle() -> idle(event);
            case Running(var course, var since) -> event.at().isBefore(course.lastEventAt())
                    ? new Refused(event, Refusal.OUT_OF_ORDER)
                    : running(course, since, event);
            case Paused(var course, var since, var reason) -> event.at().isBefore(course.lastEventAt())
                    ? new Refused(event, Refusal.OUT_OF_ORDER)
                    : paused(course, since, reason, event);
            case Stopped _ -> new Refused(event, Refusal.CLOCK_STOPPED);
        };
    }

    /** The clock of a whole history, in order; refused at the first event that cannot be. */
    public static ClockStep replay(List<ClockEvent> history) {
        ClockState state = new Idle();
        for (var event : history) {
            switch (step(state, event)) {
                case Taken(var next) -> state = next;
                case Refused refused -> {
                    return refused;
                }
            }
        }
        return new Taken(state);
    }

    /**
     * What the clock shows at an instant that is not before its last event; a stopped one shows what it showed when it was
     * stopped.
     *
     * @throws IllegalArgumentException where the clock was never started: there is nothing to read
     */
    public static ClockReading read(ClockState state, Instant now, CalendarBook book) {
        return ClockCount.of(state, book).read(now);
    }

    /** When the limit is or was used up; open before the start. */
    public static Due due(ClockState state, CalendarBook book) {
        return state instanceof Idle ? new Due.Open() : ClockCount.of(state, book).due();
    }

    /**
     * What fires next, at {@code now}: what was missed first. To fire all, ask, fire what is not after now, add its key, and
     * ask again; then sleep until the instant that is named.
     *
     * @param fired the keys of what this clock fired before
     */
    public static NextFiring next(ClockState state, Collection<Firing.Key> fired, Instant now, CalendarBook book) {
        return switch (state) {
            case Idle() -> new NextFiring.None();
            case Stopped _ -> new NextFiring.None();
            case Running _ -> Alarms.next(ClockCount.of(state, book), fired, now);
            case Paused _ -> Alarms.next(ClockCount.of(state, book), fired, now);
        };
    }

    private static ClockStep idle(ClockEvent event) {
        if (!(event instanceof Started(var at, var limit, var calendar, var alarms))) {
            return new Refused(event, Refusal.NOT_STARTED);
        }
        var course = new Course(alarms, calendar, List.of(new LimitSet(at, limit)), List.of(), at);
        return new Taken(new Running(course, at));
    }

    private static ClockStep running(Course course, Instant since, ClockEvent event) {
        return switch (event) {
            case Started _ -> new Refused(event, Refusal.ALREADY_STARTED);
            case ClockEvent.Paused(var at, var reason) -> new Taken(
                    new Paused(course.counted(since, at), at, reason));
            case Resumed _ -> new Refused(event, Refusal.NOT_PAUSED);
            case LimitChanged(var at, var limit) -> new Taken(new Running(course.limited(at, limit), since));
            case CalendarChanged(var at, var calendar) -> new Taken(
                    new Running(course.counted(since, at).by(calendar, at), at));
            case ClockEvent.Stopped(var at) -> new Taken(new Stopped(course.counted(since, at), at));
        };
    }

    private static ClockStep paused(Course course, Instant since, PauseReason reason, ClockEvent event) {
        return switch (event) {
            case Started _ -> new Refused(event, Refusal.ALREADY_STARTED);
            case ClockEvent.Paused _ -> new Refused(event, Refusal.ALREADY_PAUSED);
            case Resumed(var at) -> new Taken(new Running(course.at(at), at));
            case LimitChanged(var at, var limit) -> new Taken(new Paused(course.limited(at, limit), since, reason));
            case CalendarChanged(var at, var calendar) -> new Taken(
                    new Paused(course.by(calendar, at), since, reason));
            case ClockEvent.Stopped(var at) -> new Taken(new Stopped(course.at(at), at));
        };
    }
}
