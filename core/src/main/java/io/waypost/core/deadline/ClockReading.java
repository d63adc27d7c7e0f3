package io.waypost.core.deadline;

import io.waypost.core.calendar.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What an internal clock shows at an instant (时钟读数), with what explains it.
 *
 * @param now the instant
 * @param limit in force, as working time
 * @param used working time counted up to now; at least so much where holidays are not announced
 * @param due when the limit is or was used up
 * @param parts the spans that {@code used} is the sum of, in order
 */
public record ClockReading(Instant now, Duration limit, WorkTime used, Due due, List<Part> parts) {

    public ClockReading {
        parts = List.copyOf(parts);
    }

    /** Working time left; negative where the limit is exceeded, and at most so much where {@code used} is not exact. */
    public Duration left() {
        return limit.minus(used.certain());
    }

    /** Whether the limit is used up. */
    public boolean overdue() {
        return switch (due) {
            case Due.At(var instant) -> !instant.isAfter(now);
            case Due.Beyond _ -> false;
            case Due.Open() -> false;
        };
    }

    /** A span and the working time in it. */
    public record Part(ClockState.Span span, WorkTime time) {}
}
