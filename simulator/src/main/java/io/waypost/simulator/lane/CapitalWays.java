package io.waypost.simulator.lane;

import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Hubs that lie near each other have a lane; all others work by way of the hubs of their provinces' capitals. */
final class CapitalWays implements Ways {

    private static final double NEAR_KM = 180;

    private final Map<String, Place> capitals = new HashMap<>();

    CapitalWays(Network network) {
        network.hubs().stream().filter(CapitalWays::inACapital)
                .forEach(hub -> capitals.putIfAbsent(hub.province(), hub));
    }

    /** Whether the hub stands in the capital of a province. */
    static boolean inACapital(Place hub) {
        return hub.city().endsWith("0100");
    }

    @Override
    public List<Place> hubs(Place first, Place last) {
        return first.kmTo(last) < NEAR_KM
                ? Stream.of(first, last).distinct().toList()
                : Stream.of(first, capitals.getOrDefault(first.province(), first),
                        capitals.getOrDefault(last.province(), last), last).distinct().toList();
    }
}
