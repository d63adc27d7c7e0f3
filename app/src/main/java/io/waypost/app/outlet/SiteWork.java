package io.waypost.app.outlet;

import io.waypost.core.outlet.OutletSums;

/** What sites had to do, by the hour. */
public interface SiteWork {

    /** Adds what was counted of scans that are not in the timelines, such as those of the network's stream. Inside the caller's transaction. */
    void add(OutletSums sums);
}
