package io.waypost.core.deadline;

import io.waypost.core.calendar.CalendarBook;
import io.waypost.core.calendar.Moment;
import io.waypost.core.calendar.WorkTime;
import io.waypost.core.deadline.ClockReading.Part;
import io.waypost.core.deadline.ClockState.Course;
import io.waypost.core.deadline.ClockState.Idle;
import io.waypost.core.deadline.ClockState.Paused;
import io.waypost.core.deadline.ClockState.Running;
import io.waypost.core.deadline.ClockState.Span;
import io.waypost.core.deadline.ClockState.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the working time of one clock. */
final class ClockCount {

    private final Course course;
    /** Since when time counts; null where it does not. */
    private final @Nullable Instant since;
    /** When the clock was stopped; null while it is not. */
    private final @Nullable Instant stoppedAt;
    private final CalendarBook book;

    private ClockCount(Course course, @Nullable Instant since, @Nullable Instant stoppedAt, CalendarBook book) {
        this.course = course;
        this.since = since;
        this.stoppedAt = stoppedAt;
        this.book = book;
    }

    static ClockCount of(ClockState state, CalendarBook book) {
        return switch (state) {
            case Idle() -> throw new IllegalArgumentException("A clock that was never started shows nothing.");
            case Running(var course, var since) -> new ClockCount(course, since, null, book);
            case Paused(var course, _, _) -> new ClockCount(course, null, null, book);
            case Stopped(var course, var at) -> new ClockCount(course, null, at, book);
        };
    }

    Course course() {
        return course;
    }

    ClockReading read(Instant now) {
        var parts = spans(now).stream().map(this::part).toList();
        WorkTime used = new WorkTime.Exact(Duration.ZERO);
        for (var part : parts) {
            used = sum(used, part.time());
        }
        return new ClockReading(stoppedAt == null ? now : stoppedAt, course.limit(), used, due(), parts);
    }

    /** When the limit in force is used up. */
    Due due() {
        return under(course.limit());
    }

    /** When so much, at most the limit, is used up under the limit in force. */
    Due under(Duration threshold) {
        return notBefore(reached(threshold), floor());
    }

    /** When so much time was counted since the limit was used up. */
    Due past(Duration time) {
        return switch (due()) {
            case Due.At(var instant) -> reached(more(course.limit(), usedUntil(instant)).plus(time));
            case Due.Beyond beyond -> beyond;
            case Due.Open open -> open;
        };
    }

    /** More than the limit where that was lowered below what was used. */
    private Duration usedUntil(Instant end) {
        var used = Duration.ZERO;
        for (var span : spans(end)) {
            if (span.from().isBefore(end)) {
                var until = span.until().isBefore(end) ? span.until() : end;
                used = used.plus(book.calendar(span.calendar()).between(span.from(), until).certain());
            }
        }
        return used;
    }

    private static Duration more(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Before this instant nothing is due under the limit in force. */
    private Due floor() {
        Due floor = new Due.At(course.startedAt());
        for (int i = 1; i < course.limits().size(); i++) {
            var due = notBefore(reached(course.limits().get(i - 1).limit()), floor);
            floor = notAfter(due, course.limits().get(i).at());
        }
        return floor;
    }

    private static Due notBefore(Due due, Due floor) {
        if (due instanceof Due.At(var instant) && floor instanceof Due.At(var first)) {
            return instant.isBefore(first) ? floor : due;
        }
        return due instanceof Due.At ? floor : due;
    }

    /** What was not due by then is taken for due then. */
    private static Due notAfter(Due due, Instant last) {
        return switch (due) {
            case Due.At(var instant) -> instant.isBefore(last) ? due : new Due.At(last);
            case Due.Beyond(_, var notBefore) -> notBefore.isBefore(last) ? due : new Due.At(last);
            case Due.Open() -> new Due.At(last);
        };
    }

    /** The first instant at which so much working time was counted. */
    private Due reached(Duration threshold) {
        var left = threshold;
        for (var span : course.counted()) {
            var calendar = book.calendar(span.calendar());
            switch (calendar.plus(span.from(), left)) {
                case Moment.At(var instant) -> {
                    if (!instant.isAfter(span.until())) {
                        return new Due.At(instant);
                    }
                }
                case Moment.Beyond(var known, var notBefore) -> {
                    if (notBefore.isBefore(span.until())) {
                        return new Due.Beyond(known, notBefore);
                    }
                }
            }
            left = left.minus(calendar.between(span.from(), span.until()).certain());
        }
        if (since == null) {
            return new Due.Open();
        }
        return switch (book.calendar(course.calendar()).plus(since, left)) {
            case Moment.At(var instant) -> new Due.At(instant);
            case Moment.Beyond(var known, var notBefore) -> new Due.Beyond(known, notBefore);
        };
    }

    /** The spans that are over, and the one that goes on, up to an instant. */
    private List<Span> spans(Instant now) {
        var spans = new ArrayList<>(course.counted());
        if (since != null && now.isAfter(since)) {
            spans.add(new Span(since, now, course.calendar()));
        }
        return spans;
    }

    private Part part(Span span) {
        return new Part(span, book.calendar(span.calendar()).between(span.from(), span.until()));
    }

    private static WorkTime sum(WorkTime one, WorkTime other) {
        var certain = one.certain().plus(other.certain());
        if (one instanceof WorkTime.AtLeast(_, var known)) {
            return new WorkTime.AtLeast(certain, known);
        }
        return switch (other) {
            case WorkTime.Exact _ -> new WorkTime.Exact(certain);
            case WorkTime.AtLeast(_, var known) -> new WorkTime.AtLeast(certain, known);
        };
    }
}
