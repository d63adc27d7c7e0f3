package io.waypost.app.delay;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.parcel.Journeys.Way;
import io.waypost.app.parcel.TimelineScan;
import io.waypost.core.delay.DelayPoint;
import io.waypost.core.network.UnitKind;
import io.waypost.core.place.Divisions;
import io.waypost.core.place.LaneClass;
import io.waypost.core.scan.ScanType;
import io.waypost.core.watch.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sees timelines as the forecast needs them: at what kind of site, and how far before the destination. Thread-safe. */
@Component
class Courses {

    /** What arrived so much later was brought in from elsewhere; it counts as known when it happened. */
    private static final Duration HISTORY = Duration.ofDays(3);

    private final Network network;
    private final LoadingCache<Ends, Lane> lanes = Caffeine.newBuilder().maximumSize(200_000).build(Courses::between);

    Courses(Network network) {
        this.network = network;
    }

    private record Ends(String from, String to) {}

    Course of(Way way) {
        return new Course(way.waybill(), way.promisedAt(), way.division(),
                way.scans().stream().filter(scan -> scan.type().valid()).map(scan -> step(scan, way.division()))
                        .toList());
    }

    private Course.Step step(TimelineScan scan, @Nullable String to) {
        var unit = network.unit(scan.site());
        var next = scan.nextSite();
        var from = unit.map(Unit::division).orElse(null);
        var lane = from == null || to == null ? Lane.UNKNOWN : lanes.get(new Ends(from, to));
        var stage = scan.type().stage(isOutlet(unit), next != null && isOutlet(network.unit(next)));
        var point = new DelayPoint(scan.type(), stage, lane, scan.site(), scan.effectiveAt());
        return new Course.Step(point, knownAt(scan),
                scan.type() == ScanType.DEPARTED && next != null ? next : scan.site());
    }

    private static Instant knownAt(TimelineScan scan) {
        boolean history = scan.effectiveAt().plus(HISTORY).isBefore(scan.arrivedAt());
        return history ? scan.effectiveAt() : scan.arrivedAt();
    }

    private static boolean isOutlet(Optional<Unit> unit) {
        return unit.filter(known -> known.kind() == UnitKind.OUTLET).isPresent();
    }

    private static Lane between(Ends ends) {
        var divisions = Divisions.china();
        var from = divisions.resolve(ends.from());
        var to = divisions.resolve(ends.to());
        if (from.isEmpty() || to.isEmpty()) {
            return Lane.UNKNOWN;
        }
        return new Lane(LaneClass.of(ends.from(), ends.to()).orElse(null), from.get().provinceCode(),
                to.get().provinceCode());
    }
}
