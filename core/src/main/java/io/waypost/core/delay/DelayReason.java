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
 * @param hours how much later that leg made the expected delivery; for a tight promise, how much too late the usual course is
 */
public record DelayReason(Code code, @Nullable Stage stage, @Nullable String site, double hours) {

    private static final double WORTH_NAMING = 2;

    /** What kind of reason. */
    public enum Code {
        /** It waits for longer than usual where it is now. */
        WAITING,
        /** An earlier leg took longer than usual. */
        EARLIER_LEG,
        /** No leg stands out: the usual course of this lane is hardly faster than the promise. */
        TIGHT_PROMISE
    }

    /**
     * Finds the leg that moved the expected delivery (the median) furthest back.
     *
     * @param points the parcel's valid scans in the order of its journey
     */
    public static DelayReason of(DelayModel model, List<DelayPoint> points, Instant promised, Instant now) {
        var worst = new DelayReason(Code.TIGHT_PROMISE, null, null, 0);
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            boolean last = i == points.size() - 1;
            var expected = expected(model, point, point.at());
            // Beyond what the model knows a parcel is delivered no earlier than now.
            var later = last
                    ? expected(model, point, now).or(() -> Optional.of(now))
                    : expected(model, points.get(i + 1), points.get(i + 1).at());
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
        double hours = expected(model, last, now).map(at -> DelayLearning.hours(promised, at)).orElse(0.0);
        return new DelayReason(Code.TIGHT_PROMISE, last.stage(), last.site(), rounded(hours));
    }

    private static Optional<Instant> expected(DelayModel model, DelayPoint point, Instant now) {
        return model.outlook(point, now).flatMap(outlook -> outlook.by(0.5));
    }

    private static double rounded(double hours) {
        return Math.round(hours * 10) / 10.0;
    }
}
