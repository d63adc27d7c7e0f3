package io.waypost.simulator.truth;

/** What can be wrong with a parcel. */
public enum Kind {
    /** Gone for good (遗失). */
    LOST(true),
    /** Lying somewhere unseen: behind a belt, on a wrong shelf, left on the dock (滞留未扫). */
    MISLAID(true),
    /** Broken and kept back without a scan (破损扣留). */
    DAMAGED(true),
    /** Overdue where it should be, and on a lorry to somewhere else (错发未到). */
    ASTRAY(true),
    /** Sent to a wrong hub, perhaps in a circle, and scanned there (错分). */
    MISSORTED(false),
    /** Waiting for customs (清关), scanned as such. */
    CUSTOMS_HELD(false),
    /** Waiting for an answer of the customer (问题件), scanned as such. */
    WAITING_FOR_CUSTOMER(false),
    /** Not collected from the station for long (驿站滞留). */
    STATION_KEPT(false),
    /** Refused and on its way back (拒收退回). */
    REFUSED(false),
    /** Signed for by somebody who should not have (虚假签收). */
    WRONGLY_SIGNED(false);

    private final boolean stuck;

    Kind(boolean stuck) {
        this.stuck = stuck;
    }

    /** Whether nobody knows where the parcel is: what a silence warning is for. */
    public boolean stuck() {
        return stuck;
    }
}
