package io.waypost.core.routing;

import io.waypost.core.contact.ContactChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;

/**
 * What a way of routing would have made of the same contacts (试算): each comes when it came, waits no longer than its customer did or
 * would have, and takes as long as it took. One run; not safe for threads.
 */
public final class RoutingTrial {

    private final Choosing choosing;
    private final RoutingPolicy policy;
    private final Staffing staffing = new Staffing();
    private final Map<UUID, Working> seats = new LinkedHashMap<>();
    private final Map<UUID, Past> waiting = new LinkedHashMap<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private final RoutingScore score = new RoutingScore();
    private long number;

    /**
     * A contact of the past.
     *
     * @param patience after how long its customer gives up
     * @param handling how long an agent has it, with what is written afterwards
     */
    public record Past(Waiting contact, Duration patience, Duration handling) {}

    /** An agent's time at the desk. */
    public record Shift(UUID person, Map<String, Integer> skills, Set<ContactChannel> channels, String unit,
            Instant from, Instant until) {

        public Shift {
            skills = Map.copyOf(skills);
            channels = Set.copyOf(channels);
        }
    }

    private sealed interface What {

        record Comes(Past past) implements What {}

        record GivesUp(UUID contact) implements What {}

        record Grows(UUID contact) implements What {}

        record Ends(UUID seat, int units) implements What {}

        record Begins(Shift shift) implements What {}

        record Leaves(Shift shift) implements What {}
    }

    private record Event(Instant at, long number, What what) {}

    /** An agent at work. */
    private static final class Working {

        private final Instant from;
        private Shift shift;
        private int taken;
        private double busySeconds;
        private Instant changedAt;
        private Instant idleSince;
        private boolean leaving;

        Working(Shift shift) {
            this.from = shift.from();
            this.shift = shift;
            this.changedAt = shift.from();
            this.idleSince = shift.from();
        }

        void change(int units, Instant now) {
            busySeconds += Seconds.between(changedAt, now) * taken / RoutingPolicy.CAPACITY;
            changedAt = now;
            taken += units;
            idleSince = now;
        }

        double busySeconds(Instant now) {
            return busySeconds + Seconds.between(changedAt, now) * taken / RoutingPolicy.CAPACITY;
        }

        double seconds(Instant now) {
            return Math.max(1, Seconds.between(from, now));
        }

        double busyShare(Instant now) {
            return busySeconds(now) / seconds(now);
        }

        /** They come back before they have ended what they had. */
        void goesOn(Shift next) {
            shift = next;
            leaving = false;
        }

        Seat seat(Instant now) {
            return new Seat(shift.person(), shift.skills(), shift.channels(), shift.unit(), taken, busyShare(now),
                    idleSince);
        }
    }

    private RoutingTrial(Choosing choosing, RoutingPolicy policy) {
        this.choosing = choosing;
        this.policy = policy;
    }

    /**
     * Runs the past through it.
     *
     * @param policy for the channels' terms and the times at which rings grow
     */
    public static RoutingScore run(Choosing choosing, RoutingPolicy policy, Collection<Past> contacts,
            Collection<Shift> shifts) {
        var trial = new RoutingTrial(choosing, policy);
        shifts.forEach(shift -> trial.at(shift.from(), new What.Begins(shift)));
        contacts.forEach(past -> trial.at(past.contact().since(), new What.Comes(past)));
        trial.goOn();
        return trial.score;
    }

    private void at(Instant at, What what) {
        events.add(new Event(at, number++, what));
    }

    private void goOn() {
        for (var event = events.poll(); event != null; event = events.poll()) {
            var now = event.at();
            switch (event.what()) {
                case What.Comes(var past) -> comes(past, now);
                case What.GivesUp(var contact) -> givesUp(contact);
                case What.Grows(var contact) -> {
                    var past = waiting.get(contact);
                    if (past != null) {
                        offer(past, now);
                    }
                }
                case What.Ends(var seat, var units) -> ends(seat, units, now);
                case What.Begins(var shift) -> begins(shift, now);
                case What.Leaves(var shift) -> leaves(shift, now);
            }
        }
    }

    private void comes(Past past, Instant now) {
        var contact = past.contact();
        staffing.came(contact, now);
        waiting.put(contact.id(), past);
        if (!offer(past, now)) {
            at(now.plus(past.patience()), new What.GivesUp(contact.id()));
            policy.rings(contact.unit()).stream().skip(1)
                    .forEach(ring -> at(now.plus(ring.after()), new What.Grows(contact.id())));
            if (contact.known() != null) {
                at(now.plus(policy.sticky().waits()), new What.Grows(contact.id()));
            }
            var contract = contact.contract();
            if (contract != null && !contract.agents().isEmpty()) {
                at(now.plus(contract.keeps()), new What.Grows(contact.id()));
            }
        }
    }

    private boolean offer(Past past, Instant now) {
        var free = new ArrayList<Seat>();
        for (var working : seats.values()) {
            if (!working.leaving && working.taken < RoutingPolicy.CAPACITY) {
                free.add(working.seat(now));
            }
        }
        var chosen = choosing.seat(past.contact(), free, staffing, now);
        chosen.ifPresent(seat -> take(past, seat.person(), now));
        return chosen.isPresent();
    }

    private void take(Past past, UUID person, Instant now) {
        var contact = past.contact();
        waiting.remove(contact.id());
        int units = policy.terms(contact.channel()).units();
        var working = seats.get(person);
        if (working == null || working.taken + units > RoutingPolicy.CAPACITY) {
            throw new IllegalStateException("A contact of %d units was given to %s, who has no room.".formatted(units,
                    person));
        }
        working.change(units, now);
        score.answered(contact, policy.terms(contact.channel()), Seconds.between(contact.since(), now),
                person.equals(contact.known()), !working.shift.unit().startsWith(contact.unit()));
        at(now.plus(past.handling()), new What.Ends(person, units));
    }

    private void givesUp(UUID contact) {
        var past = waiting.remove(contact);
        if (past != null) {
            score.gaveUp(past.contact());
        }
    }

    private void ends(UUID person, int units, Instant now) {
        var working = seats.get(person);
        if (working != null) {
            working.change(-units, now);
            if (!working.leaving) {
                fill(person, now);
            } else if (working.taken == 0) {
                gone(person, now);
            }
        }
    }

    private void fill(UUID person, Instant now) {
        var working = seats.get(person);
        if (working == null) {
            return;
        }
        boolean more = true;
        while (more && working.taken < RoutingPolicy.CAPACITY) {
            var next = choosing.contact(working.seat(now),
                    waiting.values().stream().map(Past::contact).toList(), staffing, now);
            next.map(Waiting::id).map(waiting::get).ifPresent(past -> take(past, person, now));
            more = next.isPresent();
        }
    }

    private void begins(Shift shift, Instant now) {
        var person = shift.person();
        var working = seats.get(person);
        if (working == null) {
            seats.put(person, new Working(shift));
        } else {
            staffing.leaves(person);
            working.goesOn(shift);
        }
        staffing.begins(person, shift.skills(), shift.channels());
        at(shift.until(), new What.Leaves(shift));
        fill(person, now);
    }

    /** Who goes takes nothing more, and ends what they have; unless their next shift has begun. */
    private void leaves(Shift shift, Instant now) {
        var person = shift.person();
        var working = seats.get(person);
        if (working != null && working.shift.equals(shift)) {
            working.leaving = true;
            staffing.leaves(person);
            if (working.taken == 0) {
                gone(person, now);
            }
        }
    }

    private void gone(UUID person, Instant now) {
        var working = seats.remove(person);
        if (working != null) {
            score.shiftOver(person, working.busySeconds(now), working.seconds(now));
        }
    }
}
