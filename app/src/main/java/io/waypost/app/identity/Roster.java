package io.waypost.app.identity;

import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Finds the duty person from the unit upwards. */
@Service
class Roster implements DutyRoster {

    private final DutyStore store;
    private final Network network;

    Roster(DutyStore store, Network network) {
        this.store = store;
        this.network = network;
    }

    @Override
    public Optional<OnDuty> onDuty(String unitCode, DutyKind kind) {
        var nearestFirst = new ArrayList<String>();
        nearestFirst.add(unitCode);
        network.ancestors(unitCode).reversed().stream().map(Unit::code).forEach(nearestFirst::add);
        return store.nearest(nearestFirst, kind);
    }
}
