package io.waypost.simulator.parcel;

/** The scans that this network makes, by their names in the public API. */
public enum ScanType {
    ORDER_CREATED,
    PICKED_UP,
    BAGGED,
    LOADED,
    UNLOADED,
    DEPARTED,
    ARRIVED,
    CUSTOMS_IN,
    CUSTOMS_FAILED,
    CUSTOMS_RELEASED,
    OUT_FOR_DELIVERY,
    SIGNED,
    STATION_IN,
    STATION_SIGNED,
    SIGN_FAILED,
    PROBLEM,
    REJECTED,
    RETURN_STARTED,
    RETURN_SIGNED
}
