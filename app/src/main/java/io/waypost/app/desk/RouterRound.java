package io.waypost.app.desk;

import io.waypost.app.desk.ContactMoves.Move;
import io.waypost.app.network.Network;
import io.waypost.core.contact.ContactCommand;
import io.waypost.core.routing.Admission;
import io.waypost.core.routing.Fitting;
import io.waypost.core.routing.Router;
import io.waypost.core.routing.RoutingPolicy;
import io.waypost.core.routing.Seat;
import io.waypost.core.routing.Staffing;
import io.waypost.core.routing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One round of the router: what waits is offered to those who are there and have room. One round at a time in all the nodes: it holds a lock
 * of the database, and whoever changes something wakes the router of its own node after its commit, so nothing is missed. Every offer is a
 * move of the locked contact that takes the capacity of the locked seat, so that even without that lock nobody gets what another one has.
 */
@Component
class RouterRound {

    /** The contacts that one round looks at; those that wait for longest. */
    static final int MOST = 1_000;
    /** How long an agent has to take what is offered. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final long LOCK = 0x5759_4445_534BL;

    private final DeskContactStore contacts;
    private final DeskSeatStore seats;
    private final ContactMoves moves;
    private final Policies policies;
    private final DeskWork work;
    private final Network network;
    private final JdbcClient jdbc;
    private final StaffingSeen lately = new StaffingSeen();

    RouterRound(DeskContactStore contacts, DeskSeatStore seats, ContactMoves moves, Policies policies, DeskWork work,
            Network network, JdbcClient jdbc) {
        this.contacts = contacts;
        this.seats = seats;
        this.moves = moves;
        this.policies = policies;
        this.work = work;
        this.network = network;
        this.jdbc = jdbc;
    }

    /** Offers what can be offered now; how many were. */
    synchronized int run() {
        return work.whole(() -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((_, _) -> true).list();
            var now = moves.now();
            comeBack(now);
            return offer(now);
        });
    }

    /** Offers that nobody took, and contacts whose desk has opened. */
    private void comeBack(Instant now) {
        for (var kept : contacts.lockExpired(now)) {
            var agent = Objects.requireNonNull(kept.contact().agent());
            moves.move(kept, Move.of(new ContactCommand.Return(agent), StepKind.UNANSWERED)
                    .with(Map.of("agent", agent.toString())));
        }
        for (var kept : contacts.lockOpening(now)) {
            moves.move(kept, Move.of(new ContactCommand.Open(), StepKind.OPENED)
                    .with(AdmissionData.of(policies.inForce(), kept, null)));
        }
    }

    private int offer(Instant now) {
        var waiting = contacts.lockWaiting(MOST);
        if (waiting.isEmpty()) {
            return 0;
        }
        var there = seats.lockThere();
        var choice = new Choice(waiting, there, now);
        return choice.all();
    }

    /** Who takes what, in one round. */
    private final class Choice {

        private final RoutingPolicy policy = policies.inForce();
        private final Router router = new Router(policy);
        private final Fitting fitting = new Fitting(policy);
        private final Map<UUID, KeptContact> kept = new HashMap<>();
        private final Map<UUID, Waiting> queue = new LinkedHashMap<>();
        private final Map<UUID, Seat> free = new LinkedHashMap<>();
        private final Map<UUID, String> there = new HashMap<>();
        private final Staffing staffing;
        private final Instant now;
        private int offered;

        Choice(List<KeptContact> waiting, List<KeptSeat> seats, Instant now) {
            this.now = now;
            this.staffing = lately.of(seats);
            for (var seat : seats) {
                there.put(seat.person(), seat.name());
                if (seat.presence().offerable(now)) {
                    free.put(seat.person(), seat.seat(now));
                }
            }
            var admission = new Admission(policy);
            waiting.stream().map(this::forAnybody).map(contact -> {
                kept.put(contact.id(), contact);
                return admission.admit(contact.facts()).waiting();
            }).sorted(Comparator.<Waiting>comparingDouble(contact -> -router.urgency(contact, now))
                    .thenComparing(Waiting::id)).forEach(contact -> {
                        queue.put(contact.id(), contact);
                        lately.came(contact);
                    });
        }

        /** Somebody it was passed on to by name who is gone, or has not been free in time, is not waited for. */
        private KeptContact forAnybody(KeptContact contact) {
            var wanted = contact.contact().wanted();
            var until = contact.wantedUntil();
            if (wanted == null || (there.containsKey(wanted) && until != null && until.isAfter(now))) {
                return contact;
            }
            return moves.move(contact, Move.of(new ContactCommand.LetAnybody(), StepKind.LET_ANYBODY)).kept();
        }

        int all() {
            while (!queue.isEmpty() && !free.isEmpty() && next()) {
                // each turn offers one contact, or lets one seat be until the next round
            }
            return offered;
        }

        /** One offer, or one seat less; false once nobody suits anything. */
        private boolean next() {
            for (var contact : List.copyOf(queue.values())) {
                var wanted = Objects.requireNonNull(kept.get(contact.id())).contact().wanted();
                if (wanted != null) {
                    var seat = free.get(wanted);
                    if (seat != null && fits(contact, seat)) {
                        give(contact, seat, "PASSED_TO");
                        return true;
                    }
                    continue;
                }
                if (settle(contact)) {
                    return true;
                }
            }
            return false;
        }

        /**
         * From a contact to who takes it, and from them to what they should take first: a late call that takes all of them comes before a
         * chat. That one has a seat of its own choice again, for its own agent or a unit before may have room. Each comes before the one that
         * led to it, so this ends.
         */
        private boolean settle(Waiting contact) {
            var seat = router.seat(contact, free.values(), staffing, now).orElse(null);
            if (seat == null) {
                return false;
            }
            var first = router.contact(seat, anybodys(), staffing, now).orElse(null);
            if (first == null) {
                free.remove(seat.person());
            } else if (first.id().equals(contact.id())) {
                give(contact, seat, fitting.verdict(contact, seat, staffing, now).name());
            } else {
                return settle(first);
            }
            return true;
        }

        private boolean fits(Waiting contact, Seat seat) {
            return seat.channels().contains(contact.channel())
                    && seat.taken() + policy.terms(contact.channel()).units() <= RoutingPolicy.CAPACITY;
        }

        private List<Waiting> anybodys() {
            return queue.values().stream()
                    .filter(contact -> Objects.requireNonNull(kept.get(contact.id())).contact().wanted() == null)
                    .toList();
        }

        private void give(Waiting contact, Seat seat, String why) {
            var step = Move.of(new ContactCommand.Offer(seat.person(), now.plus(ANSWER_WITHIN)), StepKind.OFFERED)
                    .with(reasons(contact, seat, why));
            var moved = moves.move(Objects.requireNonNull(kept.get(contact.id())), step);
            queue.remove(contact.id());
            if (moved.refusal() == null) {
                offered++;
            }
            int taken = seat.taken() + policy.terms(contact.channel()).units();
            free.put(seat.person(), new Seat(seat.person(), seat.skills(), seat.channels(), seat.unit(), taken,
                    seat.busyShare(), now));
        }

        private String named(String unitPath) {
            return network.ref(DeskIntake.code(unitPath)).name();
        }

        /** Why it went there: who else was there, and why not they. */
        private Map<String, ?> reasons(Waiting contact, Seat seat, String why) {
            var others = new HashMap<String, Integer>();
            for (var other : free.values()) {
                if (!other.person().equals(seat.person())) {
                    others.merge(fitting.verdict(contact, other, staffing, now).name(), 1, Integer::sum);
                }
            }
            long waited = Math.max(0, Duration.between(contact.since(), now).toSeconds());
            var ring = policy.ring(contact.unit(), (double) waited);
            var reasons = new HashMap<String, Object>();
            reasons.put("policy", policy.version());
            reasons.put("agent", seat.person().toString());
            reasons.put("agentName", there.getOrDefault(seat.person(), ""));
            reasons.put("why", why);
            reasons.put("waited", waited);
            reasons.put("ahead", contact.headStart().toSeconds());
            reasons.put("others", others);
            reasons.put("notReady", there.size() - free.size());
            reasons.put("ring", Map.of("after", ring.after().toSeconds(), "reach", ring.reach().name(), "lowered",
                    ring.lowered(), "units", ring.units().stream().map(this::named).toList()));
            if (!seat.unit().startsWith(contact.unit())) {
                reasons.put("agentUnit", named(seat.unit()));
            }
            return reasons;
        }
    }
}
