package io.waypost.simulator.truth;

import io.waypost.client.Scan;
import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.ClearCause;
import io.waypost.core.watch.CompactFindings;
import io.waypost.core.watch.CompactScan;
import io.waypost.core.watch.CompactWatch;
import io.waypost.core.watch.DefaultLimits;
import io.waypost.core.watch.LaneIndex;
import io.waypost.core.watch.ParcelAside;
import io.waypost.core.watch.ParcelState;
import io.waypost.core.watch.PauseRules;
import io.waypost.core.watch.SiteIndex;
import io.waypost.simulator.network.Network;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which courses the engine suspects when it takes the same uploads as they come. */
final class Sieved implements CompactFindings {

    private final SiteIndex sites = new SiteIndex();
    private final CompactWatch watch;
    private final Map<String, ParcelState> states = new HashMap<>();
    private final Set<String> suspected = new HashSet<>();
    private final CompactScan compact = new CompactScan();
    private String waybill = "";
    private int scans;
    private int suspicions;

    Sieved(Network network) {
        network.hubs().forEach(place -> sites.describe(new SiteIndex.Site(place.code(), false, null)));
        network.outlets().forEach(place -> sites.describe(new SiteIndex.Site(place.code(), true, null)));
        watch = new CompactWatch(List.of(DefaultLimits.table()), PauseRules.defaults(), CompactWatch.Closures.NONE,
                sites, new LaneIndex());
    }

    void take(Scan scan, Instant arrival) {
        var type = ScanType.valueOf(scan.type());
        waybill = scan.waybill();
        scans++;
        compact.type = type.code();
        compact.arrival = (int) arrival.getEpochSecond();
        compact.at = Math.min(compact.arrival, (int) scan.scannedAt().getEpochSecond());
        compact.site = sites.number(scan.site());
        compact.nextSite = scan.nextSite() == null ? SiteIndex.NONE : sites.number(scan.nextSite());
        compact.stage = type.stage(sites.site(compact.site).outlet(), sites.site(compact.nextSite).outlet()).code();
        compact.historic = false;
        watch.onScan(states.computeIfAbsent(waybill, _ -> new ParcelState()), new ParcelAside(), compact,
                Integer.MAX_VALUE, this);
    }

    /** The parcels that were ever suspected. */
    Set<String> suspected() {
        return suspected;
    }

    /** How many of so many scans brought a suspicion. */
    double share() {
        return (double) suspicions / scans;
    }

    @Override
    public void raised(ParcelState state, int at) {}

    @Override
    public void cleared(ParcelState before, int at, ClearCause cause) {}

    @Override
    public void suspected(ParcelState state, int at) {
        suspicions++;
        suspected.add(waybill);
    }
}
