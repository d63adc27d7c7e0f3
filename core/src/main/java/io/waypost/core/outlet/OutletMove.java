package io.waypost.core.outlet;

import io.waypost.core.scan.ScanType;

/** What a scan says of where a parcel is, as far as the work of sites is concerned. */
enum OutletMove {
    /** Nothing: announced, or only spoken of. */
    NOTHING,
    /** It is there. */
    STAYS,
    /** It is there, and was sent on. */
    SENT,
    /** It is there, and was handed over. */
    HANDED_OVER,
    /** It is there, and ends. */
    ENDED,
    /** It is there, with a courier. */
    OUT,
    /** It is there, for an attempt failed. */
    FAILED,
    /** It is there, and is turned back. */
    RETURNED;

    static OutletMove of(ScanType type) {
        return switch (type) {
            case ORDER_CREATED, PICKUP_ASSIGNED, CALL_MADE, TICKET_REPLIED, LABEL_PRINTED -> NOTHING;
            case DEPARTED, OVERSEA_DEPARTURE -> SENT;
            case STATION_IN, SIGNED, STATION_SIGNED -> HANDED_OVER;
            case RETURN_SIGNED, WAYBILL_REPLACED -> ENDED;
            case OUT_FOR_DELIVERY -> OUT;
            case SIGN_FAILED, REJECTED, PROBLEM -> FAILED;
            case RETURN_STARTED -> RETURNED;
            case PICKED_UP, BAGGED, UNBAGGED, LOADED, UNLOADED, ARRIVED, OVERSEA_IN, OVERSEA_OUT, OVERSEA_ARRIVAL,
                    CUSTOMS_PENDING, CUSTOMS_IN, CUSTOMS_FAILED, CUSTOMS_RELEASED, STATION_OUT_COURIER, DETAINED,
                    INTERCEPTED, FORWARDED ->
                STAYS;
        };
    }
}
