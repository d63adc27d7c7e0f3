package io.waypost.watch.sum;

import io.waypost.core.watch.LagHistogram;
import java.util.List;

/**
 * Sums of the scans in a stretch of the log. Sums of two stretches that follow each other are added row by row, wherever the log was cut
 * into stretches. Immutable; seconds count from 1970, sites and devices are the log's numbers.
 *
 * @param after number of the frame before the first
 * @param upTo number of the last frame
 * @param siteLags how late scans arrived, by minute of arrival and site
 * @param deviceLags the same by hour of arrival, device and site; scans without a device are not in it
 */
public record ScanSums(long after, long upTo, List<SiteLag> siteLags, List<DeviceLag> deviceLags) {

    /** Copies the rows. */
    public ScanSums {
        siteLags = List.copyOf(siteLags);
        deviceLags = List.copyOf(deviceLags);
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
}
