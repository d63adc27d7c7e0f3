package io.waypost.app.parcel;

import io.waypost.core.scan.Scan;
import java.time.Instant;
import java.util.List;

/** Takes checked scans into the timelines. */
public interface ScanIntake {

    /**
     * The source of scans that were picked out of the whole network's stream. They are some parcels' and not a site's or a scanner's, so
     * whoever counts the work of sites or the lag of scanners leaves them out.
     */
    String STREAM = "#stream";

    /**
     * Stores the scans that are new and tells every {@link ScanObserver}, in one transaction (the running one if there is one).
     *
     * @param source who sent them: event ids are unique within it
     */
    Taken take(List<Scan> scans, String source, Instant arrival);

    /** How many were new, and how many were known already. */
    record Taken(int accepted, int duplicates) {}
}
