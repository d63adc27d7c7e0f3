package io.waypost.app.parcel;

import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.Limit;
import io.waypost.core.watch.LimitRow.Basis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A limit with its explanation, as the API shows it. */
public record LimitView(
        double hours,
        Stage stage,
        @Nullable LaneClass laneClass,
        @Nullable String fromDivision,
        @Nullable String toDivision,
        Basis basis,
        @Nullable Double percentile,
        @Nullable Long samples,
        double floorHours,
        List<Limit.Part> parts,
        int version) {

    public static LimitView of(Limit limit) {
        var lane = limit.lane();
        return new LimitView(limit.hours(), limit.stage(), lane.laneClass(), lane.fromDivision(), lane.toDivision(),
                limit.basis(),
                limit.percentile(), limit.samples(), limit.floorHours(), limit.parts(), limit.version());
    }
}
