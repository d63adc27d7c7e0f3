package io.waypost.core.triage;

import io.waypost.core.scan.ParcelStatus;
import org.jspecify.annotations.Nullable;

/** Who in the chain of responsibility has the parcel (责任链位置); the names are part of the API. */
public enum Custody {
    /** Nobody: it was never scanned, or the matter is about no parcel. */
    NONE,
    /** The outlet that took it in. */
    COLLECTING,
    /** A hub. */
    HUB,
    /** The outlet that delivers it. */
    DELIVERING,
    /** A unit that is none of them. */
    ELSEWHERE;

    /**
     * Where a parcel is.
     *
     * @param holding the unit that scanned it last; null where none has
     * @param hub whether that is a hub
     * @param origin the outlet that takes it in, as registered
     * @param destination the outlet that delivers it, as registered
     */
    public static Custody of(@Nullable String holding, boolean hub, @Nullable String origin,
            @Nullable String destination, @Nullable ParcelStatus status) {
        if (holding == null) {
            return NONE;
        }
        if (hub) {
            return HUB;
        }
        boolean collects = holding.equals(origin);
        boolean delivers = holding.equals(destination);
        if (collects && delivers) {
            return delivering(status) ? DELIVERING : COLLECTING;
        }
        return collects ? COLLECTING : delivers ? DELIVERING : ELSEWHERE;
    }

    private static boolean delivering(@Nullable ParcelStatus status) {
        return status == ParcelStatus.OUT_FOR_DELIVERY || status == ParcelStatus.AT_STATION
                || status == ParcelStatus.SIGNED;
    }
}
