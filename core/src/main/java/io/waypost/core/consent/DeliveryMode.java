package io.waypost.core.consent;

/** How a parcel comes to its recipient (投递方式). */
public enum DeliveryMode {
    /** To the door (送货上门). */
    DOOR,
    /** Left at a pick-up station (放驿站). */
    STATION,
    /** Left in a parcel locker (放快递柜). */
    LOCKER,
    /** Handed to somebody else whom the recipient named (代收). */
    PROXY,
    /** Fetched at the outlet by the recipient (自提). */
    SELF_PICKUP
}
