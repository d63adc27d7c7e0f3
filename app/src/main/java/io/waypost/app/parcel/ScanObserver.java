package io.waypost.app.parcel;

import java.util.List;

/** Sees every scan that is new, inside the transaction that stores it: what it writes stands or falls with the scans. */
public interface ScanObserver {

    /** New scans, in the order of their arrival; the parcels' rows are locked. */
    void applied(List<AppliedScan> scans);
}
