package io.waypost.core.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How silent a parcel is at some instant, to be shown (静默程度).
 *
 * @param since the last valid scan
 * @param watchAt from when one looks at it
 * @param limitAt when it becomes silent
 */
public record Silence(
        Level level, @Nullable Instant since, @Nullable Instant watchAt, @Nullable Instant limitAt,
        @Nullable Limit limit) {

    /** Looks at a parcel; its state must have been advanced to the instant. */
    public static Silence of(WatchState state, SilenceWatch watch, LimitPolicy policy, Instant now) {
        var last = state.last();
        var limit = state.limit();
        if (last == null || limit == null || state.settled()) {
            return new Silence(Level.OFF, last == null ? null : last.at(), null, null, null);
        }
        var reasons = watch.reasons(state);
        var watchAt = PausedTime.after(last.at(), Limit.hours(policy.watchHours()), reasons);
        var finding = state.finding();
        if (finding != null) {
            return new Silence(Level.SILENT, last.at(), watchAt, finding.limitAt(), finding.limit());
        }
        var limitAt = watch.next(state).orElseThrow();
        var shown = limit.showing(PausedTime.within(last.at(), limitAt, reasons));
        if (reasons.stream().anyMatch(pause -> pause.covers(now))) {
            return new Silence(Level.PAUSED, last.at(), watchAt, limitAt, shown);
        }
        return new Silence(now.isBefore(watchAt) ? Level.CALM : Level.WATCH, last.at(), watchAt, limitAt, shown);
    }

    /** How loud the silence is. */
    public enum Level {
        CALM,
        WATCH,
        SILENT,
        PAUSED,
        OFF
    }
}
