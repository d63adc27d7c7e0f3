package io.waypost.app.watch;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.parcel.AppliedScan;
import io.waypost.app.parcel.TimelineScan;
import io.waypost.core.network.UnitKind;
import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.Lane;
import io.waypost.core.watch.LastScan;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sees scans as the watch needs them: at what kind of site, and how far before the parcel. */
@Component
class Lanes {

    private final Network network;
    private final LoadingCache<Ends, Lane> lanes = Caffeine.newBuilder().maximumSize(200_000)
            .build(ends -> Lane.between(ends.from(), ends.to()));

    Lanes(Network network) {
        this.network = network;
    }

    /** Two division codes. */
    record Ends(String from, String to) {}

    LastScan of(AppliedScan applied) {
        var scan = applied.scan();
        return scan(scan.type(), applied.effectiveAt(), applied.arrivedAt(), scan.site(), scan.nextSite(), scan.bag(),
                applied.destinationDivision());
    }

    LastScan of(TimelineScan scan, @Nullable String destination) {
        return scan(scan.type(), scan.effectiveAt(), scan.arrivedAt(), scan.site(), scan.nextSite(), scan.bag(),
                destination);
    }

    private LastScan scan(ScanType type, Instant at, Instant arrivedAt, String site, @Nullable String nextSite,
            @Nullable String bag,
            @Nullable String destination) {
        var unit = network.unit(site);
        var next = nextSite == null ? null : division(network.unit(nextSite));
        var from = division(unit);
        var to = next == null ? destination : next;
        var lane = from == null || to == null ? Lane.UNKNOWN : lanes.get(new Ends(from, to));
        var stage = type.stage(isOutlet(unit), nextSite != null && isOutlet(network.unit(nextSite)));
        return new LastScan(type, at, arrivedAt, site, stage, nextSite, bag, lane);
    }

    private static boolean isOutlet(Optional<Unit> unit) {
        return unit.filter(known -> known.kind() == UnitKind.OUTLET).isPresent();
    }

    /** The path of a site; of one that the tree does not have, the root, which only headquarters sees. */
    String path(String site) {
        return network.unit(site).map(Unit::path).orElse("/");
    }

    /** Code of the province that a site lies in. */
    @Nullable
    String province(String site) {
        var division = division(network.unit(site));
        return division == null || division.length() < 2 ? null : division.substring(0, 2) + "0000";
    }

    private static @Nullable String division(Optional<Unit> unit) {
        return unit.map(Unit::division).orElse(null);
    }
}
