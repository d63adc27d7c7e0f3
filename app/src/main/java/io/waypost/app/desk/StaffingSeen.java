package io.waypost.app.desk;

import io.waypost.core.contact.ContactChannel;
import io.waypost.core.routing.Staffing;
import io.waypost.core.routing.Waiting;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who is there and what was asked for lately, as this node has seen it: it weighs choices and decides nothing. Not safe for threads. */
final class StaffingSeen {

    private static final int REMEMBERED = 20_000;

    private final Staffing staffing = new Staffing();
    private final Map<UUID, Able> there = new HashMap<>();
    private final Map<UUID, Boolean> counted = new LinkedHashMap<>();

    private record Able(Map<String, Integer> skills, Set<ContactChannel> channels) {}

    /** With those who are there now. */
    Staffing of(Collection<KeptSeat> seats) {
        var now = new HashMap<UUID, Able>();
        seats.forEach(seat -> now.put(seat.person(), new Able(seat.skills(), seat.channels())));
        for (var before : List.copyOf(there.entrySet())) {
            if (!before.getValue().equals(now.get(before.getKey()))) {
                staffing.leaves(before.getKey());
                there.remove(before.getKey());
            }
        }
        now.forEach((person, able) -> {
            if (there.putIfAbsent(person, able) == null) {
                staffing.begins(person, able.skills(), able.channels());
            }
        });
        return staffing;
    }

    /** Counts a contact once. */
    void came(Waiting contact) {
        if (counted.putIfAbsent(contact.id(), true) == null) {
            staffing.came(contact, contact.since());
            if (counted.size() > REMEMBERED) {
                counted.remove(counted.keySet().iterator().next());
            }
        }
    }
}
