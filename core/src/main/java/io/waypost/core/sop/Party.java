package io.waypost.core.sop;

/** Who is responsible in a stage (责任方); the names are part of the API. */
public enum Party {
    /** The desk that took the matter in and answers for it to the customer (客服). */
    DESK,
    /** The outlet that has the parcel or should have it (网点). */
    OUTLET,
    /** The hub that has it (转运中心). */
    HUB,
    /** The region above (区域). */
    REGION,
    /** The headquarters (总部). */
    HEADQUARTERS,
    /** Whoever pays (财务). */
    FINANCE
}
