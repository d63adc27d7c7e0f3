package io.waypost.app.desk;

import io.waypost.app.desk.ContactViews.DeskPerson;
import io.waypost.app.network.Network;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Seats as they are shown. */
@Component
class SeatViews {

    private final Network network;

    SeatViews(Network network) {
        this.network = network;
    }

    SeatView view(KeptSeat seat) {
        var presence = seat.presence();
        return new SeatView(new DeskPerson(seat.person(), seat.name()), network.ref(seat.unitCode()), presence.state(),
                presence.reason(), presence.since(), presence.forced(), presence.until(), seat.taken(),
                seat.channels().stream().sorted().toList(), new TreeMap<>(seat.skills()));
    }
}
