package io.waypost.core.delay;

import io.waypost.core.scan.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a parcel is about to miss its promise (延误原因).
 *
 * @param stage the leg that cost most
 * @param site where that leg began
 * @param hours how much later that leg or stop made the expected delivery; for a tight promise, how much too late the usual course is
 */
public record DelayReason(Code code, @Nullable Stage stage, @Nullable String site, double hours) {

    private static final double WORTH_NAMING = 2;

    /** What kind of reason. */
    public enum Code {
        /** It waits for longer than usual where it is now. */
        WAITING,
        /** An earlier leg took longer than usual. */
        EARLIER_LEG,
        /** Places that it depends on are closed, or were, since that scan (停运、休息). */
        STOPPED,
        /** No leg stands out: the usual course of this lane is hardly faster than the promise. */
        TIGHT_PROMISE
    }

    /**
     * Finds the leg, or the stop on it, that moved the expected delivery (the median) furthest back. Stops that are known now count as
     * known all along, so that a leg is slow only by its own fault.
     *
     * @param points the parcel's valid scans in the order of its journey
     */
    public static DelayReason of(DelayModel model, List<DelayPoint> points, Instant promised, Instant now) {
        var worst = new DelayReason(Code.TIGHT_PROMISE, null, null, 0);
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            boolean last = i == points.size() - 1;
            var expected = expected(model, point, point.at(), now);
            // Beyond what the model knows a parcel is delivered no earlier than now.
            var later = last
                    ? expected(model, point, now, now).or(() -> Optional.of(now))
                    : expected(model, points.get(i + 1), points.get(i + 1).at(), now);
            var end = last ? later.orElse(now) : points.get(i + 1).at();
            var closed = model.closed(point).knownAt(now);
            double stood = closed.here().stoodHours(point.at(), end)
                    + (last ? DelayLearning.hours(end, closed.opens(end)) : 0);
            if (stood >= WORTH_NAMING && stood > worst.hours()) {
                worst = new DelayReason(Code.STOPPED, point.stage(), point.site(), rounded(stood));
            }
            if (expected.isPresent() && later.isPresent()) {
                double hours = DelayLearning.hours(expected.get(), later.get());
                if (hours >= WORTH_NAMING && hours > worst.hours()) {
                    worst = new DelayReason(last ? Code.WAITING : Code.EARLIER_LEG, point.stage(), point.site(),
                            rounded(hours));
                }
            }
        }
        return worst.code() == Code.TIGHT_PROMISE ? tight(model, points, promised, now) : worst;
    }

    private static DelayReason tight(DelayModel model, List<DelayPoint> points, Instant promised, Instant now) {
        if (points.isEmpty()) {
            return new DelayReason(Code.TIGHT_PROMISE, null, null, 0);
        }
        var last = points.getLast();
        double hours = expected(model, last, now, now).map(at -> DelayLearning.hours(promised, at)).orElse(0.0);
        return new DelayReason(Code.TIGHT_PROMISE, last.stage(), last.site(), rounded(hours));
    }

    private static Optional<Instant> expected(DelayModel model, DelayPoint point, Instant now, Instant knownAt) {
        return model.outlook(point, now, model.closed(point).knownAt(knownAt).onlyHere())
                .flatMap(outlook -> outlook.by(0.5));
    }

    private static double rounded(double hours) {
        return Math.round(hours * 10) / 10.0;
    }
}
