package io.waypost.app.ticket;

import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.network.UnitKind;
import io.waypost.core.ticket.Ladder;
import org.springframework.stereotype.Component;

/** The units above a place, as the tree stands. A place that the tree does not have is answered for by the headquarters. */
@Component
class Ladders {

    private final Network network;

    Ladders(Network network) {
        this.network = network;
    }

    Ladder of(String site) {
        var headquarters = network.headquarters().map(Unit::code).orElse(site);
        var place = network.unit(site).map(Unit::code).orElse(headquarters);
        var region = network.atOrAbove(place, UnitKind.REGION).map(Unit::code).orElse(headquarters);
        boolean hub = network.unit(place).filter(unit -> unit.kind() == UnitKind.HUB).isPresent();
        return new Ladder(place, hub, region, headquarters);
    }

    /** The unit's path; where the tree does not have it, one that only those reach who reach everything. */
    String path(String unitCode) {
        return network.unit(unitCode).map(Unit::path).orElse("/");
    }

    /** Whether a ticket can be handed to that unit: any that works. */
    boolean works(String unitCode) {
        return network.unit(unitCode).filter(Unit::active).isPresent();
    }

    /** The name of a unit, for people. */
    String name(String unitCode) {
        return network.ref(unitCode).name();
    }

    /** Whether a parcel can have gone there: a working hub or outlet. */
    boolean isPlace(String unitCode) {
        return network.unit(unitCode)
                .filter(unit -> unit.active() && (unit.kind() == UnitKind.HUB || unit.kind() == UnitKind.OUTLET))
                .isPresent();
    }
}
