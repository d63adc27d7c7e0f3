package io.waypost.core.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Arithmetic with time that does not count. */
final class PausedTime {

    private PausedTime() {}

    /** When the given time has passed since an instant, pauses not counted. Another pause never makes it earlier. */
    static Instant after(Instant since, Duration counted, Collection<Pause> pauses) {
        var end = since.plus(counted);
        var covered = since;
        for (var pause : sorted(pauses)) {
            var from = later(pause.from(), covered);
            if (from.isAfter(end)) {
                break;
            }
            if (pause.until().isAfter(from)) {
                end = end.plus(Duration.between(from, pause.until()));
                covered = pause.until();
            }
        }
        return end;
    }

    /** How much of the time between two instants was paused. */
    static Duration within(Instant from, Instant until, Collection<Pause> pauses) {
        var total = Duration.ZERO;
        var covered = from;
        for (var pause : sorted(pauses)) {
            var start = later(pause.from(), covered);
            var end = pause.until().isBefore(until) ? pause.until() : until;
            if (end.isAfter(start)) {
                total = total.plus(Duration.between(start, end));
                covered = end;
            }
        }
        return total;
    }

    private static List<Pause> sorted(Collection<Pause> pauses) {
        return pauses.stream().sorted(Comparator.comparing(Pause::from).thenComparing(Pause::until)).toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
