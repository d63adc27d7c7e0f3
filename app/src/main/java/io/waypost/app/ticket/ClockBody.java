package io.waypost.app.ticket;

import io.waypost.core.calendar.CalendarId;
import io.waypost.core.deadline.AlarmPlan;
import io.waypost.core.deadline.AlarmPlan.Repeat;
import io.waypost.core.deadline.AlarmPlan.Warning;
import io.waypost.core.deadline.ClockState;
import io.waypost.core.deadline.ClockState.Course;
import io.waypost.core.deadline.Firing;
import io.waypost.core.deadline.PauseReason;
import io.waypost.core.sop.Party;
import io.waypost.core.sop.Stage;
import io.waypost.core.ticket.StageClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stage's clock as it is kept ({@code ticket.ticket.clock}, JSON): facts, flat. Exactly one of {@code since}, {@code pausedAt}
 * and {@code stoppedAt} is there.
 */
record ClockBody(
        Stage stage,
        Party party,
        String calendar,
        List<LimitBody> limits,
        List<SpanBody> spans,
        @Nullable Instant since,
        @Nullable Instant pausedAt,
        @Nullable PauseReason pause,
        @Nullable Instant stoppedAt,
        Instant last,
        List<String> warnings,
        long repeatSeconds,
        int repeats,
        List<String> fired,
        @Nullable ClockBody work) {

    record LimitBody(Instant at, long seconds) {}

    record SpanBody(Instant from, Instant until, String calendar) {}

    static ClockBody of(StageClock clock) {
        return switch (clock.state()) {
            case ClockState.Idle() -> throw new IllegalStateException("A clock that was never started is not kept.");
            case ClockState.Running(var course, var since) -> body(clock, course, since, null, null, null);
            case ClockState.Paused(var course, var since, var reason) -> body(clock, course, null, since, reason, null);
            case ClockState.Stopped(var course, var at) -> body(clock, course, null, null, null, at);
        };
    }

    StageClock clock() {
        var course = new Course(alarms(), calendarId(calendar),
                limits.stream().map(one -> new ClockState.LimitSet(one.at, Duration.ofSeconds(one.seconds))).toList(),
                spans.stream().map(one -> new ClockState.Span(one.from, one.until, calendarId(one.calendar))).toList(),
                last);
        ClockState state;
        if (since != null) {
            state = new ClockState.Running(course, since);
        } else if (pausedAt != null && pause != null) {
            state = new ClockState.Paused(course, pausedAt, pause);
        } else if (stoppedAt != null) {
            state = new ClockState.Stopped(course, stoppedAt);
        } else {
            throw new IllegalStateException("The clock of %s neither runs nor stands.".formatted(stage));
        }
        return new StageClock(stage, party, state, fired.stream().map(ClockBody::key).collect(Collectors.toSet()),
                work == null ? null : work.clock());
    }

    static String text(CalendarId id) {
        return id.toString();
    }

    private static ClockBody body(StageClock clock, Course course, @Nullable Instant since, @Nullable Instant pausedAt,
            @Nullable PauseReason pause, @Nullable Instant stoppedAt) {
        var repeat = course.alarms().repeat();
        return new ClockBody(clock.stage(), clock.party(), text(course.calendar()),
                course.limits().stream().map(one -> new LimitBody(one.at(), one.limit().toSeconds())).toList(),
                course.counted().stream().map(one -> new SpanBody(one.from(), one.until(), text(one.calendar())))
                        .toList(),
                since, pausedAt, pause, stoppedAt, course.lastEventAt(),
                course.alarms().warnings().stream().map(ClockBody::text).toList(), repeat.every().toSeconds(),
                repeat.atMost(),
                clock.fired().stream().map(key -> key.kind() + " " + key.threshold().toSeconds()).sorted().toList(),
                clock.work() == null ? null : of(clock.work()));
    }

    private AlarmPlan alarms() {
        return new AlarmPlan(warnings.stream().map(ClockBody::warning).toList(),
                new Repeat(Duration.ofSeconds(repeatSeconds), repeats));
    }

    private static String text(Warning warning) {
        return switch (warning) {
            case Warning.Before(var left) -> left.toString();
            case Warning.Share(var percent) -> percent + "%";
        };
    }

    private static Warning warning(String text) {
        return text.endsWith("%")
                ? new Warning.Share(Integer.parseInt(text.substring(0, text.length() - 1)))
                : new Warning.Before(Duration.parse(text));
    }

    private static Firing.Key key(String text) {
        int space = text.indexOf(' ');
        return new Firing.Key(Firing.Kind.valueOf(text.substring(0, space)),
                Duration.ofSeconds(Long.parseLong(text.substring(space + 1))));
    }

    private static CalendarId calendarId(String text) {
        int at = text.lastIndexOf('@');
        return new CalendarId(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
    }
}
