package io.waypost.app.delay;

import io.waypost.core.delay.DelayBacktest.Known;
import io.waypost.core.delay.DelayPoint;
import io.waypost.core.scan.Progress;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The way of one parcel as the forecast sees it (行程).
 *
 * @param division where it is to be delivered
 * @param steps its valid scans in the order of its journey
 */
record Course(String waybill, @Nullable Instant promisedAt, @Nullable String division, List<Step> steps) {

    Course {
        steps = List.copyOf(steps);
    }

    /**
     * A valid scan.
     *
     * @param knownAt when it was learnt of
     * @param site whose move is next: the one it was sent to, otherwise the one that scanned it
     */
    record Step(DelayPoint point, Instant knownAt, String site) {}

    /** What was known of it then. */
    Course until(Instant instant) {
        return new Course(waybill, promisedAt, division,
                steps.stream().filter(step -> !step.knownAt().isAfter(instant)).toList());
    }

    /** Whose move is next after that scan. */
    String siteOf(DelayPoint point) {
        return steps.stream().filter(step -> step.point().equals(point)).map(Step::site).findFirst()
                .orElse(point.site());
    }

    List<DelayPoint> points() {
        return steps.stream().map(Step::point).toList();
    }

    List<Known> known() {
        return steps.stream().map(step -> new Known(step.point(), step.knownAt())).toList();
    }

    /** The scan that says where the parcel is; null before the first. */
    @Nullable
    DelayPoint last() {
        var newest = progress().last();
        return newest == null
                ? null
                : points().stream()
                        .filter(point -> point.at().equals(newest.at()) && point.type() == newest.type()
                                && point.site().equals(newest.site()))
                        .findFirst().orElse(null);
    }

    /** Whether nothing more can be said of its promise: delivered, or turned back. */
    boolean ended() {
        var last = last();
        return returnedAt() != null || (last != null && last.type().delivered());
    }

    /** In the order in which they became known. */
    List<Step> asLearnt() {
        return steps.stream().sorted(Comparator.comparing(Step::knownAt)).toList();
    }

    @Nullable
    Instant deliveredAt() {
        return first(step -> step.type().delivered()).orElse(null);
    }

    @Nullable
    Instant returnedAt() {
        return first(step -> step.type() == ScanType.RETURN_STARTED).orElse(null);
    }

    Progress progress() {
        var progress = Progress.NONE;
        for (var step : steps) {
            progress = progress.with(step.point().type(), step.point().at(), step.point().site());
        }
        return progress;
    }

    private Optional<Instant> first(Predicate<DelayPoint> wanted) {
        return steps.stream().map(Step::point).filter(wanted).map(DelayPoint::at).findFirst();
    }
}
