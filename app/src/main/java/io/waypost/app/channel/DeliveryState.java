package io.waypost.app.channel;

/** How far an entry has come on its way to the customer (投递状态); it only goes on, never back. The names are part of the API. */
public enum DeliveryState {
    QUEUED,
    SENDING,
    /** The other side has taken it. */
    SENT,
    DELIVERED,
    READ,
    /** Certainly not sent. */
    FAILED,
    /** Sent or not: nobody knows. */
    UNKNOWN
}
