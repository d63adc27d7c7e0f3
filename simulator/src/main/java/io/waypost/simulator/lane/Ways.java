package io.waypost.simulator.lane;

import io.waypost.simulator.network.Network;
import io.waypost.simulator.network.Place;
import java.util.List;

/** Which hubs a shape of network puts between an outlet and another. */
sealed interface Ways permits MeshWays, StarWays, DirectWays, CapitalWays, FerryWays, NightWays {

    static Ways of(Network network) {
        return switch (network.shape()) {
            case STANDING -> new MeshWays(network);
            case ONE_HUB -> new StarWays(network);
            case COAST, MONDAYS, VILLAGES -> new DirectWays();
            case INLAND, WEEKEND, TYPHOON -> new CapitalWays(network);
            case ISLANDS -> new FerryWays(network);
            case NIGHT -> new NightWays(network);
        };
    }

    /** All hubs on the way from the first to the last, each once. */
    List<Place> hubs(Place first, Place last);
}
