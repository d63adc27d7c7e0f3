package io.waypost.core.scan;

/** What a customer is told about a parcel (包裹状态). */
public enum ParcelStatus {
    CREATED,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    AT_STATION,
    SIGNED,
    PROBLEM,
    RETURNING,
    RETURNED,
    CUSTOMS;

    /** The status after a valid scan of the given type, on the way out or on the way back. */
    static ParcelStatus after(ScanType type, boolean returning) {
        if (returning) {
            return type.terminal() ? RETURNED : RETURNING;
        }
        return switch (type.stage()) {
            case ORDERED -> CREATED;
            case PICKED_UP, HANDLED, SENT_TO_HUB, DEPARTED, SENT_TO_OUTLET, ARRIVED_HUB, ARRIVED_OUTLET, OVERSEAS,
                    INFORMATION ->
                IN_TRANSIT;
            case DELIVERING -> OUT_FOR_DELIVERY;
            case AT_STATION -> AT_STATION;
            case DELIVERY_FAILED, PROBLEM -> PROBLEM;
            case RETURNING -> RETURNING;
            case CUSTOMS -> CUSTOMS;
            case ENDED -> ended(type);
        };
    }

    private static ParcelStatus ended(ScanType type) {
        if (type == ScanType.RETURN_SIGNED) {
            return RETURNED;
        }
        return type.delivered() ? SIGNED : IN_TRANSIT;
    }
}
