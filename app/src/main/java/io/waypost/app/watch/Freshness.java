package io.waypost.app.watch;

import io.waypost.app.parcel.Journeys.Lag;
import io.waypost.core.watch.LagHistogram;
import java.time.Instant;
import java.util.List;

/** How fresh the data is (数据时效): the delay between scan and arrival. */
public interface Freshness {

    /** The sites at or below the path with scans that arrived between two instants; counted up to a few minutes ago. */
    List<Site> sites(Instant since, Instant until, String unitPath);

    /** Adds scans that are not in the timelines, such as those of the network's stream. Inside the caller's transaction. */
    void add(List<Lag> lags);

    /**
     * How late the scans of a site arrived.
     *
     * @param lagSeconds the sum of all delays
     */
    record Site(String site, String unitPath, long lagSeconds, LagHistogram histogram, Instant lastArrivedAt) {

        /** Both together. */
        public Site plus(Site other) {
            var last = lastArrivedAt.isAfter(other.lastArrivedAt) ? lastArrivedAt : other.lastArrivedAt;
            return new Site(site, unitPath, lagSeconds + other.lagSeconds, histogram.plus(other.histogram), last);
        }
    }
}
