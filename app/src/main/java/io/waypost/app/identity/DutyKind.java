package io.waypost.app.identity;

/** What somebody is on duty for (值班). */
public enum DutyKind {
    /** Silent parcels (静默包裹). */
    SILENT_PARCEL,
    /** Customers' urging (催件). */
    URGE,
    /** Everything that nobody else is named for. */
    ALL
}
