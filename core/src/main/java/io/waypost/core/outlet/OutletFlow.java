package io.waypost.core.outlet;

/** What is counted of a site's work, by minute (网点流量). Names are kept in the database. */
public enum OutletFlow {
    /** Valid scans (扫描). */
    SCANNED,
    /** Parcels that came: picked up, arrived, or first seen there (到件). */
    ENTERED,
    /** Parcels that are no longer there, in whatever way. */
    LEFT,
    /** Of those, sent on (发件). */
    SENT,
    /** Of those, scanned elsewhere without a scan that they left (有到无发). */
    UNSEEN,
    /** Given to a courier (派件); a second attempt counts again. */
    OUT,
    /** Handed over: signed for, or put into a station or locker (妥投). */
    DELIVERED,
    /** Attempts that failed (派送失败): not accepted, refused, or a problem that the courier found. */
    FAILED,
    /** Turned back to the sender (退回). */
    RETURNED
}
