package io.waypost.simulator.lane;

import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Big or near hubs have a lane between them; a small one works by way of its province's main hub; hauls beyond 1,500 km change lorries at
 * one of six national hubs where that is hardly a detour.
 */
final class MeshWays implements Ways {

    private static final int MAJOR_HUBS = 55;

    private static final double DIRECT_KM = 450;

    private static final double LONG_HAUL_KM = 1500;

    private static final double ACCEPTED_DETOUR = 1.2;

    /** Zhengzhou, Wuhan, Changsha, Xi'an, Lanzhou, Shijiazhuang. */
    private static final List<String> NATIONAL = List.of("H4101", "H4201", "H4301", "H6101", "H6201", "H1301");

    private final Network network;

    private final Set<String> major = new HashSet<>();

    private final Map<String, Place> mainHub = new HashMap<>();

    MeshWays(Network network) {
        this.network = network;
        network.hubs().stream().sorted(Comparator.comparingDouble((Place hub) -> -hub.sends() - hub.receives()))
                .limit(MAJOR_HUBS).forEach(hub -> major.add(hub.code()));
        for (Place hub : network.hubs()) {
            if (hub.city().endsWith("0100") || hub.city().endsWith("0000")) {
                major.add(hub.code());
                mainHub.putIfAbsent(hub.province(), hub);
            }
        }
    }

    @Override
    public List<Place> hubs(Place first, Place last) {
        List<Place> hubs = new ArrayList<>(List.of(first));
        if (!direct(first, last) && !major.contains(first.code())) {
            pass(hubs, mainHub.getOrDefault(first.province(), first));
        }
        Place entry = direct(hubs.getLast(), last) || major.contains(last.code())
                ? last
                : mainHub.getOrDefault(last.province(), last);
        change(hubs.getLast(), entry).ifPresent(hub -> pass(hubs, hub));
        pass(hubs, entry);
        pass(hubs, last);
        return List.copyOf(hubs);
    }

    private boolean direct(Place from, Place to) {
        return (major.contains(from.code()) && major.contains(to.code())) || from.kmTo(to) < DIRECT_KM;
    }

    private Optional<Place> change(Place from, Place to) {
        double km = from.kmTo(to);
        if (km < LONG_HAUL_KM) {
            return Optional.empty();
        }
        return NATIONAL.stream().flatMap(code -> network.place(code).stream())
                .filter(hub -> !hub.equals(from) && !hub.equals(to)
                        && from.kmTo(hub) + hub.kmTo(to) < ACCEPTED_DETOUR * km)
                .min(Comparator.comparingDouble(hub -> Math.max(from.kmTo(hub), hub.kmTo(to))));
    }

    private static void pass(List<Place> stops, Place hub) {
        if (!stops.contains(hub)) {
            stops.add(hub);
        }
    }
}
