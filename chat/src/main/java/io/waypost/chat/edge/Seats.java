package io.waypost.chat.edge;

import io.waypost.chat.ChatPrincipal;
import io.waypost.chat.ChatSide;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One seat for each device of each principal. Who comes takes it from who has it; nobody takes one twice. Of this node only: what a device does on two nodes does no
 * harm, it only costs a socket.
 */
final class Seats {

    private final ConcurrentHashMap<Seat, Occupant> seats = new ConcurrentHashMap<>();

    record Seat(ChatSide side, UUID id, String device) {

        static Seat of(ChatPrincipal who, String device) {
            return new Seat(who.side(), who.id(), device);
        }
    }

    void take(Seat seat, Occupant occupant) {
        var before = seats.put(seat, occupant);
        if (before != null) {
            before.replaced();
        }
    }

    void leave(Seat seat, Occupant occupant) {
        seats.remove(seat, occupant);
    }
}
