package io.waypost.core.outlet;

/** What is counted of a site's work, by minute (网点流量). Names are kept in the database. */
public enum OutletFlow {
    /** Valid scans (扫描). */
    SCANNED(0),
    /** Parcels that came: picked up, arrived, or first seen there (到件). */
    ENTERED(1),
    /** Parcels that are no longer there, in whatever way. */
    LEFT(2),
    /** Of those, sent on (发件). */
    SENT(3),
    /** Of those, scanned elsewhere without a scan that they left (有到无发). */
    UNSEEN(4),
    /** Given to a courier (派件); a second attempt counts again. */
    OUT(5),
    /** Handed over: signed for, or put into a station or locker (妥投). */
    DELIVERED(6),
    /** Attempts that failed (派送失败): not accepted, refused, or a problem that the courier found. */
    FAILED(7),
    /** Turned back to the sender (退回). */
    RETURNED(8);

    private final int column;

    OutletFlow(int column) {
        this.column = column;
    }

    /** Its place in a row of counts, from 0 to one less than there are flows. */
    public int column() {
        return column;
    }
}
