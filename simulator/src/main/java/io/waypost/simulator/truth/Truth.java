package io.waypost.simulator.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known to be true of all parcels up to an instant. Immutable.
 *
 * @param upTo the horizon
 * @param parcels how many parcels there were
 * @param episodes everything that went wrong, in order of beginning
 */
public record Truth(Instant upTo, long parcels, List<Episode> episodes) {

    public Truth {
        episodes = List.copyOf(episodes);
    }

    /** The episodes of each parcel that had any. */
    public Map<String, List<Episode>> byWaybill() {
        Map<String, List<Episode>> map = new LinkedHashMap<>();
        episodes.forEach(episode -> map.computeIfAbsent(episode.waybill(), _ -> new ArrayList<>(1)).add(episode));
        return map;
    }
}
