package io.waypost.watch.sum;

import io.waypost.core.watch.LagHistogram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How late scans arrived, by minute and site, and by hour, device and site. Not safe for threads. */
final class LagSums {

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final int SITE_BITS = 24;
    private static final int SITE = (1 << SITE_BITS) - 1;

    private static final int SECONDS = 0;
    private static final int LAST = 1;
    private static final int COUNTS = 2;
    private static final int WIDTH = COUNTS + LagHistogram.BOUNDS.size() + 1;

    private final SumTable sites = new SumTable(WIDTH);
    private final SumTable devices = new SumTable(WIDTH);

    /**
     * Counts a scan.
     *
     * @param device 0 where it is not known
     */
    void add(int arrival, int at, int site, int device) {
        long lag = Math.max(0, (long) arrival - at);
        int bucket = LagHistogram.bucket(lag);
        add(sites, sites.row(arrival / MINUTE, site), arrival, lag, bucket);
        if (device != 0) {
            long place = Integer.toUnsignedLong(device) << SITE_BITS | site;
            add(devices, devices.row(arrival / HOUR, place), arrival, lag, bucket);
        }
    }

    int rows() {
        return sites.rows() + devices.rows();
    }

    List<ScanSums.SiteLag> sites() {
        var rows = new ArrayList<ScanSums.SiteLag>(sites.rows());
        sites.each((minute, site, sums) -> rows.add(new ScanSums.SiteLag((int) minute * MINUTE, (int) site,
                sums[SECONDS], (int) sums[LAST], histogram(sums))));
        return rows;
    }

    List<ScanSums.DeviceLag> devices() {
        var rows = new ArrayList<ScanSums.DeviceLag>(devices.rows());
        devices.each((hour, place, sums) -> rows.add(new ScanSums.DeviceLag((int) hour * HOUR,
                (int) (place >>> SITE_BITS), (int) place & SITE, sums[SECONDS], (int) sums[LAST], histogram(sums))));
        return rows;
    }

    void clear() {
        sites.clear();
        devices.clear();
    }

    private static void add(SumTable table, int row, int arrival, long lag, int bucket) {
        var cells = table.cells();
        cells[row + SECONDS] += lag;
        cells[row + LAST] = Math.max(cells[row + LAST], arrival);
        cells[row + COUNTS + bucket]++;
    }

    private static LagHistogram histogram(long[] sums) {
        return new LagHistogram(Arrays.stream(sums, COUNTS, WIDTH).boxed().toList());
    }
}
