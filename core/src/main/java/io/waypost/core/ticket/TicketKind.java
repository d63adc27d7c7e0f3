package io.waypost.core.ticket;

/** What a ticket is about. */
public enum TicketKind {
    /** A parcel that should have been scanned and was not (静默包裹). */
    SILENT_PARCEL,
    /** A customer asks to hurry (催件). */
    URGE,
    /** A customer asks where the parcel is (查件). */
    QUERY
}
