package io.waypost.core.watch;

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
}
