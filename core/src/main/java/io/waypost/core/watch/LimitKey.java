package io.waypost.core.watch;

import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a limit is kept for; null means any.
 *
 * @param stage stage of the last valid scan
 * @param fromDivision province of origin of a specific lane; then {@code toDivision} is given too and {@code laneClass} is null
 */
public record LimitKey(
        Stage stage,
        @Nullable LaneClass laneClass,
        @Nullable String fromDivision,
        @Nullable String toDivision,
        @Nullable DayPart dayPart) {

    /** Where parcels wait for a lorry or for the courier to come back. */
    static final Set<Stage> AT_A_PLACE = EnumSet.of(Stage.PICKED_UP, Stage.HANDLED, Stage.ARRIVED_HUB,
            Stage.ARRIVED_OUTLET, Stage.DELIVERING);

    public LimitKey {
        if ((fromDivision == null) != (toDivision == null)) {
            throw new IllegalArgumentException(
                    "A lane (%s→%s) needs both of its ends.".formatted(fromDivision, toDivision));
        }
    }

    /** The same whatever the part of the day. */
    LimitKey anyTime() {
        return new LimitKey(stage, laneClass, fromDivision, toDivision, null);
    }

    /**
     * The keys that fit a parcel, the most specific first: the lane, its class, any; each by day part, then any. At a place a lane within
     * one province says nothing: near and far are the same there.
     */
    static List<LimitKey> fitting(Stage stage, Lane lane, DayPart dayPart) {
        var keys = new ArrayList<LimitKey>(6);
        if (lane.fromDivision() != null && lane.toDivision() != null
                && (stage.onTheRoad()
                        || (AT_A_PLACE.contains(stage) && !lane.fromDivision().equals(lane.toDivision())))) {
            keys.add(new LimitKey(stage, null, lane.fromDivision(), lane.toDivision(), dayPart));
            keys.add(new LimitKey(stage, null, lane.fromDivision(), lane.toDivision(), null));
        }
        if (lane.laneClass() != null) {
            keys.add(new LimitKey(stage, lane.laneClass(), null, null, dayPart));
            keys.add(new LimitKey(stage, lane.laneClass(), null, null, null));
        }
        keys.add(new LimitKey(stage, null, null, null, dayPart));
        keys.add(new LimitKey(stage, null, null, null, null));
        return keys;
    }
}
