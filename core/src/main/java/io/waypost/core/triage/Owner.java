package io.waypost.core.triage;

/** Whom a rule sends a ticket to first (首派对象); the names are part of the API. */
public enum Owner {
    /** The desk where its SOP begins with sorting, else the unit that has the parcel. */
    AS_PROCEDURE,
    /** The desk that answers for it to the customer, or the one that the rule names. */
    DESK,
    /** The unit that has the parcel, or must act on it (持件单位). */
    HOLDING_UNIT,
    /** The outlet that took the parcel in (揽收网点). */
    COLLECTING_OUTLET,
    /** The outlet that delivers it (派件网点). */
    DELIVERING_OUTLET,
    /** The region above the unit that has the parcel (大区). */
    REGION,
    /** The top (总部). */
    HEADQUARTERS,
    /** The unit that the rule names, such as the department that pays. */
    UNIT
}
