package io.waypost.simulator.lane;

import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which hubs a parcel passes between two outlets, by the ways of the network's shape. Remembers what it worked out; not safe for threads. */
public final class Router {

    private final Network network;

    private final Ways ways;

    private final Map<String, List<Place>> between = new HashMap<>();

    public Router(Network network) {
        this.network = network;
        this.ways = Ways.of(network);
    }

    /** All stops from the outlet that takes the parcel in to the one that delivers it. */
    public List<Place> route(Place origin, Place destination) {
        Place from = network.hubOf(origin);
        Place to = network.hubOf(destination);
        List<Place> stops = new ArrayList<>(7);
        stops.add(origin);
        stops.addAll(between.computeIfAbsent(from.code() + to.code(), _ -> ways.hubs(from, to)));
        stops.add(destination);
        return List.copyOf(stops);
    }
}
