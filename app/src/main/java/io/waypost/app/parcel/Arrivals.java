package io.waypost.app.parcel;

import io.waypost.app.parcel.Journeys.Way;
import java.time.Instant;
import java.util.List;

/** The log of scans, parcel by parcel, to be run through rules again; within the caller's transaction. */
public interface Arrivals {

    /** Which scans: those taken in within a span, of one parcel in so many. */
    record Log(Instant from, Instant until, int oneIn) {}

    /** Of how many parcels there are scans; one pass over the log. */
    long parcels(Log log);

    /**
     * The scans of the next parcels, in the order of their waybills.
     *
     * @param after the last waybill of the piece before; empty for the first
     * @return each with its scans in the order in which they came in; fewer than {@code most} only at the end
     */
    List<Way> piece(Log log, String after, int most);
}
