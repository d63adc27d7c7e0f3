package io.waypost.simulator.lane;

import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Place;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** By way of the nearer of two national hubs, and of the other one where that is nearer to the end. */
final class NightWays implements Ways {

    private static final List<String> NATIONAL = List.of("H4101", "H3301");

    private final List<Place> national;

    NightWays(Network network) {
        national = NATIONAL.stream().map(code -> network.place(code).orElseThrow()).toList();
    }

    /** Whether all that leaves it waits for the night's sorting. */
    static boolean sortsAtNight(Place hub) {
        return NATIONAL.contains(hub.code());
    }

    @Override
    public List<Place> hubs(Place first, Place last) {
        return first.equals(last)
                ? List.of(first)
                : Stream.of(first, nearest(first), nearest(last), last).distinct().toList();
    }

    private Place nearest(Place hub) {
        return national.stream().min(Comparator.comparingDouble(hub::kmTo)).orElseThrow();
    }
}
