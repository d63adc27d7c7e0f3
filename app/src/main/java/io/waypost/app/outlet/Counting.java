package io.waypost.app.outlet;

import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.outlet.SumStore.AttemptKey;
import io.waypost.app.outlet.SumStore.FlowRow;
import io.waypost.app.outlet.SumStore.SiteRow;
import io.waypost.app.parcel.ScanFeed.Fed;
import io.waypost.app.parcel.ScanFeed.Grown;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.outlet.OutletCount;
import io.waypost.core.outlet.OutletFlow;
import io.waypost.core.outlet.OutletScan;
import io.waypost.core.outlet.OutletSums;
import io.waypost.core.scan.ScanType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds what parcels that were scanned again have changed to the sums of the sites they passed. Inside the caller's transaction. */
@Component
class Counting implements SiteWork {

    private final SumStore store;
    private final CountProgressStore progress;
    private final Network network;

    Counting(SumStore store, CountProgressStore progress, Network network) {
        this.store = store;
        this.progress = progress;
        this.network = network;
    }

    private record SiteHour(String site, Instant hour) {}

    /** Adds them; what happened before the given hour is not counted, for nobody counted what it came out of. */
    void add(List<Grown> parcels, Instant from) {
        var flows = new HashMap<SiteHour, Map<OutletFlow, Long>>();
        var held = new HashMap<OutletSums.Held, Long>();
        var attempts = new HashMap<AttemptKey, long[]>();
        for (var parcel : parcels) {
            if (parcel.picked()) {
                continue;
            }
            var change = OutletCount.of(scans(Stream.concat(parcel.before().stream(), parcel.added().stream())))
                    .minus(OutletCount.of(scans(parcel.before().stream())));
            gather(flows, change);
            change.held().forEach((key, count) -> held.merge(key, count, Long::sum));
            var area = parcel.division();
            if (area != null) {
                parcel.added().forEach(scan -> attempt(attempts, area, scan, from));
            }
        }
        flows.keySet().removeIf(key -> key.hour().isBefore(from));
        held.entrySet().removeIf(entry -> entry.getKey().hour().isBefore(from) || entry.getValue() == 0);
        write(flows, held, attempts);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(OutletSums sums) {
        progress.await();
        var flows = new HashMap<SiteHour, Map<OutletFlow, Long>>();
        gather(flows, sums);
        write(flows, sums.held(), Map.of());
    }

    private static void gather(Map<SiteHour, Map<OutletFlow, Long>> flows, OutletSums sums) {
        sums.flows().forEach((flow, count) -> flows
                .computeIfAbsent(new SiteHour(flow.site(), flow.minute().truncatedTo(ChronoUnit.HOURS)),
                        _ -> new EnumMap<>(OutletFlow.class))
                .merge(flow.kind(), count, Long::sum));
    }

    private void write(Map<SiteHour, Map<OutletFlow, Long>> flows, Map<OutletSums.Held, Long> held,
            Map<AttemptKey, long[]> attempts) {
        var sites = new HashMap<String, Instant>();
        flows.keySet()
                .forEach(key -> sites.merge(key.site(), key.hour(), (one, other) -> one.isAfter(other) ? one : other));
        if (!sites.isEmpty()) {
            store.sites(sites.entrySet().stream()
                    .map(site -> new SiteRow(site.getKey(), path(site.getKey()), site.getValue())).toList());
            store.flows(flows.entrySet().stream()
                    .map(row -> new FlowRow(row.getKey().site(), row.getKey().hour(), row.getValue())).toList());
        }
        if (!held.isEmpty()) {
            store.held(held);
        }
        if (!attempts.isEmpty()) {
            store.attempts(attempts);
        }
    }

    private static void attempt(Map<AttemptKey, long[]> attempts, String area, Fed scan, Instant from) {
        boolean out = scan.type() == ScanType.OUT_FOR_DELIVERY;
        boolean failed = scan.type() == ScanType.SIGN_FAILED || scan.type() == ScanType.REJECTED
                || scan.type() == ScanType.PROBLEM;
        if ((out || failed) && !scan.effectiveAt().isBefore(from)) {
            var sums = attempts.computeIfAbsent(new AttemptKey(scan.site(), area, day(scan.effectiveAt())),
                    _ -> new long[2]);
            sums[out ? 0 : 1]++;
        }
    }

    /** The path of a site; of one that the tree does not have, the root, which only headquarters see. */
    private String path(String site) {
        return network.unit(site).map(Unit::path).orElse("/");
    }

    private static Collection<OutletScan> scans(Stream<Fed> scans) {
        return scans.map(scan -> new OutletScan(scan.type(), scan.effectiveAt(), scan.site())).toList();
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Holidays.ZONE);
    }
}
