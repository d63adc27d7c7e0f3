package io.waypost.simulator.lane;

import io.waypost.simulator.network.Place;
import java.util.List;

/** A road from each hub to each; to a neighbouring city's hub the outlets themselves drive. */
final class DirectWays implements Ways {

    /** As the crow flies, so far an outlet's own lorry goes. */
    private static final double NEIGHBOUR_KM = 80;

    @Override
    public List<Place> hubs(Place first, Place last) {
        return first.kmTo(last) < NEIGHBOUR_KM ? List.of(last) : List.of(first, last);
    }
}
