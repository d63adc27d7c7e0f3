package io.waypost.app.parcel;

/** Where parcels are known whose scans are not in the timelines. */
public interface ParcelsElsewhere {

    /**
     * Brings the parcel's scans into the timelines, in a transaction of its own, so that whoever asks sees them at once.
     *
     * @return false if it is not known there, or was brought before
     */
    boolean bring(String waybill);

    /** Brings what is new of a parcel that was brought before, where that does not come by itself. Not inside of a transaction. */
    void renew(String waybill);
}
