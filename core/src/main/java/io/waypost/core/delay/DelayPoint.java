package io.waypost.core.delay;

import io.waypost.core.scan.Progress;
import io.waypost.core.scan.ScanType;
import io.waypost.core.scan.Stage;
import io.waypost.core.watch.Lane;
import java.time.Instant;

/**
 * A valid scan as the forecast needs it.
 *
 * @param lane the way from its site to the parcel's destination, not only to the next site
 * @param at its effective time
 */
public record DelayPoint(ScanType type, Stage stage, Lane lane, String site, Instant at) {

    /** Whether a parcel in this stage is in the network's hands and still to be delivered. */
    public boolean underWay() {
        return stage != Stage.ORDERED && stage != Stage.ENDED && stage != Stage.INFORMATION && stage != Stage.RETURNING;
    }

    /** What is closed on the way from here. From a station the recipient fetches the parcel, whatever the network does. */
    Closed closed(StopBook book) {
        return stage == Stage.AT_STATION ? Closed.NOTHING : book.after(this);
    }

    /** Its place in the order of the parcel's scans. */
    Progress.Point order() {
        return new Progress.Point(at, type, site);
    }
}
