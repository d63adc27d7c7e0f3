package io.waypost.core.outlet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one parcel adds to the sums of the sites that it has passed. A function of the set of its scans alone.
 *
 * <p>Whoever counts scans as they come adds {@code of(after).minus(of(before))}: these differences telescope, so that the sums in the end
 * are those of all scans, in whatever order and batches they came, and a scan that is repeated adds nothing. A scan that comes late
 * corrects what was counted without it.
 *
 * <p>A parcel is at a site from the first scan there until it is sent on, handed over, or scanned elsewhere; one that is with a courier
 * is still the site's.
 */
public final class OutletCount {

    private final Map<OutletSums.Flow, Long> flows = new HashMap<>();
    private @Nullable String site;
    private Instant since = Instant.EPOCH;
    private boolean handedOver;

    private OutletCount() {}

    /** The sums of one parcel with these scans; repeated ones and those that prove nothing are left out. */
    public static OutletSums of(Collection<OutletScan> scans) {
        var count = new OutletCount();
        new LinkedHashSet<>(scans).stream()
                .filter(scan -> OutletMove.of(scan.type()) != OutletMove.NOTHING)
                .sorted(Comparator.comparing(OutletScan::point))
                .forEach(count::take);
        return count.sums();
    }

    private void take(OutletScan scan) {
        add(scan.site(), scan.at(), OutletFlow.SCANNED);
        switch (OutletMove.of(scan.type())) {
            case SENT -> {
                stay(scan);
                leave(scan.at(), OutletFlow.SENT);
            }
            case HANDED_OVER -> handOver(scan);
            case ENDED -> {
                stay(scan);
                leave(scan.at(), null);
            }
            case OUT -> happen(scan, OutletFlow.OUT);
            case FAILED -> happen(scan, OutletFlow.FAILED);
            case RETURNED -> happen(scan, OutletFlow.RETURNED);
            case STAYS -> stay(scan);
            case NOTHING -> throw new IllegalArgumentException("The scan %s moves nothing.".formatted(scan));
        }
    }

    private void happen(OutletScan scan, OutletFlow flow) {
        stay(scan);
        add(scan.site(), scan.at(), flow);
    }

    /** The parcel is at the site of the scan, and nowhere else. */
    private void stay(OutletScan scan) {
        handedOver = false;
        if (scan.site().equals(site)) {
            return;
        }
        leave(scan.at(), OutletFlow.UNSEEN);
        site = scan.site();
        since = scan.at();
        add(scan.site(), scan.at(), OutletFlow.ENTERED);
    }

    /** What was collected from a station has been handed over already. */
    private void handOver(OutletScan scan) {
        if (handedOver) {
            return;
        }
        stay(scan);
        add(scan.site(), scan.at(), OutletFlow.DELIVERED);
        leave(scan.at(), null);
        handedOver = true;
    }

    private void leave(Instant at, @Nullable OutletFlow how) {
        if (site == null) {
            return;
        }
        add(site, at, OutletFlow.LEFT);
        if (how != null) {
            add(site, at, how);
        }
        site = null;
    }

    private void add(String where, Instant at, OutletFlow flow) {
        flows.merge(new OutletSums.Flow(where, at.truncatedTo(ChronoUnit.MINUTES), flow), 1L, Long::sum);
    }

    private OutletSums sums() {
        return new OutletSums(flows, site == null
                ? Map.of()
                : Map.of(new OutletSums.Held(site, since.truncatedTo(ChronoUnit.HOURS)), 1L));
    }
}
