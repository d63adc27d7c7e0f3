package io.waypost.simulator.lane;

import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Place;
import java.util.List;
import java.util.stream.Stream;

/** A road from each hub to each on the same side of the sea; ferries sail from Haikou to Guangzhou and from Zhoushan to Hangzhou. */
final class FerryWays implements Ways {

    private final Place guangzhou;

    private final Place haikou;

    private final Place hangzhou;

    FerryWays(Network network) {
        guangzhou = network.place("H4401").orElseThrow();
        haikou = network.place("H4601").orElseThrow();
        hangzhou = network.place("H3301").orElseThrow();
    }

    @Override
    public List<Place> hubs(Place first, Place last) {
        return first.overTheSea(last)
                ? Stream.concat(ashore(first).stream(), ashore(last).reversed().stream()).distinct().toList()
                : Stream.of(first, last).distinct().toList();
    }

    /** From a hub to the mainland. */
    private List<Place> ashore(Place hub) {
        if (!hub.overTheSea(haikou)) {
            return List.of(hub, haikou, guangzhou);
        }
        return hub.overTheSea(guangzhou) ? List.of(hub, hangzhou) : List.of(hub);
    }
}
