package io.waypost.core.delay;

import io.waypost.core.calendar.Holidays;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.Lane;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell of the forecast; null means any.
 *
 * @param silentHours how long, at least, the parcel has not been scanned since: one of {@link #LANDMARKS}
 * @param part two-hour part of the day in which the scan was made, 0 to 11
 * @param fromDivision province of a specific lane; then {@code toDivision} is given too
 */
public record DelayKey(
        Stage stage,
        int silentHours,
        @Nullable LaneClass laneClass,
        @Nullable Integer part,
        @Nullable DayOfWeek weekday,
        @Nullable String fromDivision,
        @Nullable String toDivision) {

    /** The hours of silence at which parcels are looked at again, rising. */
    public static final List<Integer> LANDMARKS = List.of(0, 2, 4, 8, 12, 18, 24, 36, 48, 72, 96);

    private static final int PART_HOURS = 2;

    /** The cells that fit a scan, the coarsest first: the stage; its lane class; the part of the day; the weekday; the lane itself. */
    static List<DelayKey> fitting(DelayPoint point, int silentHours) {
        var keys = new ArrayList<DelayKey>(5);
        keys.add(root(point.stage(), silentHours));
        Lane lane = point.lane();
        if (lane.laneClass() == null) {
            return keys;
        }
        int part = part(point.at());
        var weekday = point.at().atZone(Holidays.ZONE).getDayOfWeek();
        keys.add(new DelayKey(point.stage(), silentHours, lane.laneClass(), null, null, null, null));
        keys.add(new DelayKey(point.stage(), silentHours, lane.laneClass(), part, null, null, null));
        keys.add(new DelayKey(point.stage(), silentHours, lane.laneClass(), part, weekday, null, null));
        if (lane.fromDivision() != null && lane.toDivision() != null) {
            keys.add(new DelayKey(point.stage(), silentHours, lane.laneClass(), part, null, lane.fromDivision(),
                    lane.toDivision()));
        }
        return keys;
    }

    /** The cell of everything in a stage. */
    static DelayKey root(Stage stage, int silentHours) {
        return new DelayKey(stage, silentHours, null, null, null, null, null);
    }

    private static int part(Instant at) {
        return at.atZone(Holidays.ZONE).getHour() / PART_HOURS;
    }
}
