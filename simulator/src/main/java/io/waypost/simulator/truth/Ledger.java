package io.waypost.simulator.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the truth is written down as it happens. Not safe for threads. */
public final class Ledger {

    private final Map<String, List<Episode>> byWaybill = new HashMap<>();

    private long parcels;

    /** One more parcel. */
    public void count() {
        parcels++;
    }

    /** Something goes wrong where the parcel lies, now or at a time to come. */
    public void begin(String waybill, Kind kind, long from, String site, long lastScanAt) {
        begin(waybill, kind, from, site, lastScanAt, site);
    }

    /** Something went wrong in the hands of one place and is found at another, now or at a time to come. */
    public void begin(String waybill, Kind kind, long from, String site, long lastScanAt, String by) {
        byWaybill.computeIfAbsent(waybill, _ -> new ArrayList<>(1))
                .add(new Episode(waybill, kind, Instant.ofEpochSecond(from),
                        null, site, Instant.ofEpochSecond(lastScanAt), by));
    }

    /** What went wrong last in this way is over. */
    public void end(String waybill, Kind kind, long to) {
        byWaybill.computeIfPresent(waybill, (_, episodes) -> {
            episodes.replaceAll(
                    episode -> episode.kind() == kind && episode.to() == null ? ended(episode, to) : episode);
            return episodes;
        });
    }

    private static Episode ended(Episode episode, long to) {
        return new Episode(episode.waybill(), episode.kind(), episode.from(), Instant.ofEpochSecond(to), episode.site(),
                episode.lastScanAt(), episode.by());
    }

    /** The truth up to an instant; what had not begun by then is left out, what had not ended is open. */
    public Truth upTo(Instant horizon) {
        List<Episode> begun = byWaybill.values().stream().flatMap(List::stream)
                .filter(one -> !one.from().isAfter(horizon))
                .sorted(Comparator.comparing(Episode::from).thenComparing(Episode::waybill)).toList();
        return new Truth(horizon, parcels, begun);
    }
}
