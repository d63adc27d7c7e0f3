package io.waypost.simulator.lane;

import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Place;
import java.util.List;
import java.util.stream.Stream;

/** Everything that leaves its province passes one national hub, in Zhengzhou. */
final class StarWays implements Ways {

    private static final String CENTRE = "H4101";

    private final Place centre;

    StarWays(Network network) {
        this.centre = network.place(CENTRE).orElseThrow(
                () -> new IllegalArgumentException("The network has no national hub %s.".formatted(CENTRE)));
    }

    @Override
    public List<Place> hubs(Place first, Place last) {
        return first.equals(last) ? List.of(first) : Stream.of(first, centre, last).distinct().toList();
    }
}
