package io.waypost.watch.sum;

import io.waypost.core.outlet.OutletFlow;
import io.waypost.core.watch.LagHistogram;
import java.util.List;
import java.util.Map;

/**
 * Sums of the scans in a stretch of the log. Sums of two stretches that follow each other are added row by row, wherever the log was cut
 * into stretches. Immutable; seconds count from 1970, sites and devices are the log's numbers.
 *
 * @param after number of the frame before the first
 * @param upTo number of the last frame
 * @param siteLags how late scans arrived, by minute of arrival and site
 * @param deviceLags the same by hour of arrival, device and site; scans without a device are not in it
 * @param work what happened at sites, by the hour in which it did; less than was told before where late scans correct it
 * @param held how many more parcels lie at sites, by the hour in which they came
 */
public record ScanSums(long after, long upTo, List<SiteLag> siteLags, List<DeviceLag> deviceLags, List<SiteWork> work,
        List<SiteHeld> held) {

    /** Copies the rows. */
    public ScanSums {
        siteLags = List.copyOf(siteLags);
        deviceLags = List.copyOf(deviceLags);
        work = List.copyOf(work);
        held = List.copyOf(held);
    }

    /**
     * The scans of a site that arrived in a minute.
     *
     * @param minute the second it begins with
     * @param lagSeconds the sum of all delays
     */
    public record SiteLag(int minute, int site, long lagSeconds, int lastArrival, LagHistogram histogram) {}

    /**
     * The scans of a device at a site that arrived in an hour.
     *
     * @param hour the second it begins with
     * @param lagSeconds the sum of all delays
     */
    public record DeviceLag(int hour, int device, int site, long lagSeconds, int lastArrival,
            LagHistogram histogram) {}

    /**
     * What happened at a site in an hour; zeros are left out.
     *
     * @param hour the second it begins with
     */
    public record SiteWork(int hour, int site, Map<OutletFlow, Long> counts) {

        /** Copies the counts. */
        public SiteWork {
            counts = Map.copyOf(counts);
        }
    }

    /**
     * How many more parcels lie at a site that came in an hour; negative if fewer.
     *
     * @param hour the second it begins with
     */
    public record SiteHeld(int hour, int site, long parcels) {}
}
