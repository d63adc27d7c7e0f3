package io.waypost.core.outlet;

import io.waypost.core.scan.Progress;
import io.waypost.core.scan.ScanType;
import java.time.Instant;

/**
 * A scan as far as the work of a site is concerned.
 *
 * @param at its effective time
 */
public record OutletScan(ScanType type, Instant at, String site) {

    /** Its place in the order of the parcel's scans. */
    Progress.Point point() {
        return new Progress.Point(at, type, site);
    }
}
