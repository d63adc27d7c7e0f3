package io.waypost.watch.sum;

import io.waypost.core.watch.CompactScan;
import io.waypost.watch.record.Records;
import io.waypost.watch.record.ScanRow;
import java.nio.ByteBuffer;

/** Counts the scans of frames, in the order of the log. No clock, no input or output; one thread owns it. */
public final class ScanCount {

    /** What arrives later than that tells of the past, not of how scans travel. */
    private static final int LATEST = 15 * 86_400;

    private final CompactScan scan = new CompactScan();
    private final LagSums lags = new LagSums();

    /**
     * Counts a frame; one without scans counts nothing.
     *
     * @param arrival the second at which the log took it
     */
    public void apply(ByteBuffer payload, int arrival) {
        if (!Records.holdsScans(payload)) {
            return;
        }
        var rows = Records.rows(payload);
        int scans = Records.scans(rows);
        for (int i = 0; i < scans; i++) {
            int row = Records.row(rows, i);
            ScanRow.read(rows, row, scan);
            if (!scan.historic && arrival - scan.at < LATEST) {
                lags.add(arrival, scan.at, scan.site, ScanRow.device(rows, row));
            }
        }
    }

    /** How many sums there are. */
    public int rows() {
        return lags.rows();
    }

    /** The sums since the last {@link #clear}, as those of that stretch of the log. */
    public ScanSums sums(long after, long upTo) {
        return new ScanSums(after, upTo, lags.sites(), lags.devices());
    }

    /** Begins the next stretch. */
    public void clear() {
        lags.clear();
    }
}
