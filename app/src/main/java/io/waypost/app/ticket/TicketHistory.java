package io.waypost.app.ticket;

import io.waypost.app.sop.SopHistory;
import io.waypost.core.deadline.ClockEvent;
import io.waypost.core.deadline.ClockState;
import io.waypost.core.deadline.ClockState.Course;
import io.waypost.core.deadline.PauseReason;
import io.waypost.core.sop.StageCourse;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.StageClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The stages of past tickets, on which a new SOP is tried before it is published. */
@Component
class TicketHistory implements SopHistory {

    private final CourseStore courses;

    TicketHistory(CourseStore courses) {
        this.courses = courses;
    }

    @Override
    public long count(Set<TicketKind> kinds, Instant from, Instant until) {
        return courses.count(codes(kinds), from, until);
    }

    @Override
    public Piece read(Set<TicketKind> kinds, Instant from, Instant until, String place, int atMost) {
        var after = place.isEmpty() ? new UUID(0, 0) : UUID.fromString(place);
        var found = courses.read(codes(kinds), from, until, after, atMost);
        var next = found.size() < atMost ? "" : found.getLast().id().toString();
        return new Piece(found.stream().map(TicketHistory::course).toList(), next);
    }

    private static String[] codes(Set<TicketKind> kinds) {
        return kinds.stream().map(TicketKind::code).toArray(String[]::new);
    }

    private static StageCourse course(CourseStore.Past past) {
        return new StageCourse(new TicketKind(past.kind()), past.clock().stage(), past.clock().party(), past.urgent(),
                past.unitCode(), events(past.clock()));
    }

    /**
     * The events that made the clock, as far as a try needs them: spans that counted, what was set in between, the end. Why it
     * was paused is not kept of pauses that are over, and does not matter to what counts.
     */
    private static List<ClockEvent> events(StageClock clock) {
        return switch (clock.state()) {
            case ClockState.Idle() -> List.of();
            case ClockState.Running(var course, var since) -> begun(course, since, false);
            case ClockState.Paused(var course, var since, _) -> begun(course, since, true);
            case ClockState.Stopped(var course, var at) -> {
                var events = new ArrayList<>(spans(course));
                events.add(new ClockEvent.Stopped(at));
                yield events;
            }
        };
    }

    private static List<ClockEvent> begun(Course course, Instant since, boolean paused) {
        var events = new ArrayList<>(spans(course));
        var last = course.counted().isEmpty() ? null : course.counted().getLast().until();
        if (last != null && !paused && since.isAfter(last)) {
            events.add(new ClockEvent.Resumed(since));
        } else if (last == null && paused) {
            events.add(new ClockEvent.Paused(since, PauseReason.OTHER_OUTLET));
        }
        return events;
    }

    private static List<ClockEvent> spans(Course course) {
        var events = new ArrayList<ClockEvent>();
        var first = course.limits().getFirst();
        var calendar = course.counted().isEmpty() ? course.calendar() : course.counted().getFirst().calendar();
        events.add(new ClockEvent.Started(first.at(), first.limit(), calendar, course.alarms()));
        Instant until = null;
        for (var span : course.counted()) {
            if (until != null && span.from().isAfter(until)) {
                events.add(new ClockEvent.Resumed(span.from()));
            }
            if (!span.calendar().equals(calendar)) {
                calendar = span.calendar();
                events.add(new ClockEvent.CalendarChanged(span.from(), calendar));
            }
            until = span.until();
            events.add(new ClockEvent.Paused(until, PauseReason.OTHER_OUTLET));
        }
        return merged(events);
    }

    /** A span that ends where the next begins was no pause. */
    private static List<ClockEvent> merged(List<ClockEvent> events) {
        var kept = new ArrayList<ClockEvent>();
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            boolean last = i == events.size() - 1;
            if (event instanceof ClockEvent.Paused && (last || !(events.get(i + 1) instanceof ClockEvent.Resumed))) {
                continue;
            }
            kept.add(event);
        }
        return kept;
    }
}
