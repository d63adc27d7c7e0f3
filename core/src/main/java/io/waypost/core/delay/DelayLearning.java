package io.waypost.core.delay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Learns how long parcels take from a scan to their delivery (剩余时长学习).
 *
 * <p>Each scan is counted in its cells once for each hour mark that it stayed the newest scan for, so that a forecast is made from parcels
 * that were silent for as long: landmarking (van Houwelingen, Dynamic Prediction by Landmarking in Event History Analysis, 2007).
 */
public final class DelayLearning {

    private static final int FEWEST = 30;

    /** An outlet has a cell of its own from so many parcels on; below it is what its lane is. */
    private static final int FEWEST_OF_AN_OUTLET = 100;

    private final Map<DelayKey, RemainingCounts> cells = new HashMap<>();

    /**
     * Counts the way of one parcel.
     *
     * @param points its valid scans in the order of its journey
     * @param deliveredAt its first delivery; null if it was not delivered
     * @param seenUntil up to when its scans are known; for a parcel that was turned back, when it was
     */
    public void add(List<DelayPoint> points, @Nullable Instant deliveredAt, Instant seenUntil) {
        add(points, deliveredAt, seenUntil, StopBook.NONE);
    }

    /** The same by the clock that stood still while the place was closed where the parcel lay. */
    public void add(List<DelayPoint> points, @Nullable Instant deliveredAt, Instant seenUntil, StopBook book) {
        var end = deliveredAt == null ? seenUntil : deliveredAt;
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            if (point.underWay() && point.at().isBefore(end)) {
                var next = i + 1 < points.size() && points.get(i + 1).at().isBefore(end) ? points.get(i + 1).at() : end;
                var stops = point.closed(book).here();
                count(point, stops.hours(point.at(), next), stops.hours(point.at(), end), deliveredAt != null);
            }
        }
    }

    private void count(DelayPoint point, double silent, double hours, boolean delivered) {
        for (int mark : DelayKey.LANDMARKS) {
            if (mark > silent) {
                return;
            }
            for (var key : DelayKey.fitting(point, mark)) {
                var counts = cells.computeIfAbsent(key, _ -> new RemainingCounts());
                if (delivered) {
                    counts.delivered(hours);
                } else {
                    counts.unfinished(hours);
                }
            }
        }
    }

    /** What was learnt, without the cells that saw too few parcels. */
    public DelayModel model(int version, Instant effectiveFrom) {
        var curves = new HashMap<DelayKey, RemainingCurve>();
        cells.forEach((key, counts) -> {
            if (counts.cases() >= (key.site() == null ? FEWEST : FEWEST_OF_AN_OUTLET)) {
                curves.put(key, counts.curve());
            }
        });
        return new DelayModel(version, effectiveFrom, curves);
    }

    static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 3_600_000.0;
    }
}
