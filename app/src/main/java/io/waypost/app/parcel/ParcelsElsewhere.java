package io.waypost.app.parcel;

/** Where parcels are known whose scans are not in the timelines. */
public interface ParcelsElsewhere {

    /** Brings the parcel's scans into the timelines; false if it is not known there. Not inside of a transaction. */
    boolean bring(String waybill);
}
