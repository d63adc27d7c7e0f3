package io.waypost.core.watch;

import io.waypost.core.scan.Progress;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A scan as the watch needs it.
 *
 * @param at its effective time
 * @param arrivedAt when we learnt of it
 * @param stage the stage it leaves the parcel in
 * @param bag the bag it travels in, from this scan or from an earlier bagging
 * @param lane the way before the parcel
 */
public record LastScan(
        ScanType type,
        Instant at,
        Instant arrivedAt,
        String site,
        Stage stage,
        @Nullable String nextSite,
        @Nullable String bag,
        Lane lane) {

    /** Where the next scan should come from. */
    public String expectedSite() {
        return type == ScanType.DEPARTED && nextSite != null ? nextSite : site;
    }

    /** Its place in the order of the parcel's scans. */
    public Progress.Point point() {
        return new Progress.Point(at, type, site);
    }

    /** The same scan at another time. */
    LastScan at(Instant other) {
        return new LastScan(type, other, arrivedAt, site, stage, nextSite, bag, lane);
    }

    /** The same scan of a parcel that travels in the given bag. */
    LastScan in(@Nullable String known) {
        return new LastScan(type, at, arrivedAt, site, stage, nextSite, known, lane);
    }
}
