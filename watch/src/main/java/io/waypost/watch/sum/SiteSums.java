package io.waypost.watch.sum;

import io.waypost.core.outlet.CompactOutletCount;
import io.waypost.core.outlet.OutletFlow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** What happened at sites, and what they hold, by hour. Not safe for threads. */
final class SiteSums implements CompactOutletCount.Sums {

    private static final int HOUR = 3_600;

    private final SumTable flows = new SumTable(OutletFlow.values().length);
    private final SumTable held = new SumTable(1);

    @Override
    public void flow(int site, int second, OutletFlow flow, int count) {
        int row = flows.row(second / HOUR, site);
        flows.cells()[row + flow.column()] += count;
    }

    @Override
    public void held(int site, int second, int count) {
        int row = held.row(second / HOUR, site);
        held.cells()[row] += count;
    }

    int rows() {
        return flows.rows() + held.rows();
    }

    List<ScanSums.SiteWork> flows() {
        var rows = new ArrayList<ScanSums.SiteWork>(flows.rows());
        flows.each((hour, site, sums) -> {
            var counts = new EnumMap<OutletFlow, Long>(OutletFlow.class);
            for (var flow : OutletFlow.values()) {
                if (sums[flow.column()] != 0) {
                    counts.put(flow, sums[flow.column()]);
                }
            }
            if (!counts.isEmpty()) {
                rows.add(new ScanSums.SiteWork((int) hour * HOUR, (int) site, counts));
            }
        });
        return rows;
    }

    List<ScanSums.SiteHeld> held() {
        var rows = new ArrayList<ScanSums.SiteHeld>(held.rows());
        held.each((hour, site, sums) -> {
            if (sums[0] != 0) {
                rows.add(new ScanSums.SiteHeld((int) hour * HOUR, (int) site, sums[0]));
            }
        });
        return rows;
    }

    void clear() {
        flows.clear();
        held.clear();
    }
}
