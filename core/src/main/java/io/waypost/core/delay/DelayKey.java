package io.waypost.core.delay;

import io.waypost.core.calendar.Holidays;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.Lane;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cell of the forecast; null means any.
 *
 * @param silentHours how long, at least, the parcel has not been scanned since: one of {@link #LANDMARKS}
 * @param part two-hour part of the day in which the scan was made, 0 to 11
 * @param fromDivision province of a specific lane; then {@code toDivision} is given too
 * @param site an outlet's own cell (网点格); then lane and time of day are any
 */
public record DelayKey(
        Stage stage,
        int silentHours,
        @Nullable LaneClass laneClass,
        @Nullable Integer part,
        @Nullable DayOfWeek weekday,
        @Nullable String fromDivision,
        @Nullable String toDivision,
        @Nullable String site) {

    /** The hours of silence at which parcels are looked at again, rising. */
    public static final List<Integer> LANDMARKS = List.of(0, 2, 4, 8, 12, 18, 24, 36, 48, 72, 96);

    /**
     * Stages in which a parcel is with the outlet that delivers it: how it works decides, and not where the parcel came from. A network has
     * thousands of outlets, so they have cells of their own only here, and only for these hours of silence.
     */
    private static final Set<Stage> AT_THE_OUTLET = Set.of(Stage.ARRIVED_OUTLET, Stage.DELIVERING,
            Stage.DELIVERY_FAILED);
    private static final Set<Integer> OUTLET_LANDMARKS = Set.of(0, 12, 24);

    private static final int PART_HOURS = 2;

    /**
     * The cells that fit a scan, the coarsest first: the stage; its lane class; the part of the day; the weekday; the lane itself; the
     * outlet.
     */
    static List<DelayKey> fitting(DelayPoint point, int silentHours) {
        var keys = new ArrayList<DelayKey>(6);
        keys.add(root(point.stage(), silentHours));
        if (point.lane().laneClass() != null) {
            lane(point, silentHours, keys);
        }
        if (AT_THE_OUTLET.contains(point.stage()) && OUTLET_LANDMARKS.contains(silentHours)) {
            keys.add(new DelayKey(point.stage(), silentHours, null, null, null, null, null, point.site()));
        }
        return keys;
    }

    private static void lane(DelayPoint point, int silentHours, List<DelayKey> keys) {
        Lane lane = point.lane();
        int part = part(point.at());
        var weekday = point.at().atZone(Holidays.ZONE).getDayOfWeek();
        keys.add(new DelayKey(point.stage(), silentHours, lane.laneClass(), null, null, null, null, null));
        keys.add(new DelayKey(point.stage(), silentHours, lane.laneClass(), part, null, null, null, null));
        keys.add(new DelayKey(point.stage(), silentHours, lane.laneClass(), part, weekday, null, null, null));
        if (lane.fromDivision() != null && lane.toDivision() != null) {
            keys.add(new DelayKey(point.stage(), silentHours, lane.laneClass(), part, null, lane.fromDivision(),
                    lane.toDivision(), null));
        }
    }

    /** The cell of everything in a stage. */
    static DelayKey root(Stage stage, int silentHours) {
        return new DelayKey(stage, silentHours, null, null, null, null, null, null);
    }

    private static int part(Instant at) {
        return at.atZone(Holidays.ZONE).getHour() / PART_HOURS;
    }
}
