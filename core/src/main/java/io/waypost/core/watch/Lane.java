package io.waypost.core.watch;

import io.waypost.core.place.Divisions;
import io.waypost.core.place.LaneClass;
import org.jspecify.annotations.Nullable;

/**
 * The way that a parcel has before it (线路): to the next site where that is known, otherwise to its destination.
 *
 * @param laneClass how far it is; null if an end is unknown
 * @param fromDivision code of the province it starts in
 * @param toDivision code of the province it ends in
 */
public record Lane(@Nullable LaneClass laneClass, @Nullable String fromDivision, @Nullable String toDivision) {

    /** Nothing is known about the way. */
    public static final Lane UNKNOWN = new Lane(null, null, null);

    /** The way between two divisions; {@link #UNKNOWN} if either is not known. */
    public static Lane between(@Nullable String from, @Nullable String to) {
        if (from == null || to == null) {
            return UNKNOWN;
        }
        var divisions = Divisions.china();
        var start = divisions.resolve(from);
        var end = divisions.resolve(to);
        return start.isEmpty() || end.isEmpty()
                ? UNKNOWN
                : new Lane(LaneClass.of(from, to).orElse(null), start.get().provinceCode(), end.get().provinceCode());
    }
}
