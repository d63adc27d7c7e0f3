package io.waypost.simulator.parcel;

/** What journeys ask of the simulation that runs them. */
public interface Stagehand {

    /** A device scans the parcel of this order now; {@code number} counts its scans from 0. */
    void scanned(Shipment shipment, int number, Mark mark, long at);

    /** Calls {@link Journeys#step} with this journey's ticket at the given second. */
    void wake(Journeys.Wake ticket, long at);
}
