package io.waypost.core.ticket;

/** As whom somebody comes to a ticket (操作身份). One person may come as several. */
public enum Authority {
    /** Whose matter it is. */
    CUSTOMER,
    /** Of the desk that answers for it to the customer. */
    DESK,
    /** Of the unit that must act. */
    HOLDER,
    /** Leads the desk, or the units above the holder. */
    ABOVE,
    /** Sees it, and may write a remark. */
    READER,
    /** The platform itself: its clock, its watch, its rules. */
    PLATFORM
}
