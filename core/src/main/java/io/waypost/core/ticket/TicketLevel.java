package io.waypost.core.ticket;

/** How high a ticket has been carried: outlet (网点), region (区域), headquarters (总部). */
public enum TicketLevel {
    /** The place that has the parcel or should have it: an outlet or a hub. */
    OUTLET,
    /** The region above that place. */
    REGION,
    /** The top; nobody is above. */
    HEADQUARTERS
}
