package io.waypost.core.routing;

import io.waypost.core.routing.RoutingPolicy.Reach;
import java.time.Instant;

/** Whether an agent comes in question for a contact, by one version of the policy. Pure and safe for threads. */
public final class Fitting {

    private static final int NEVER = Integer.MAX_VALUE;

    private final RoutingPolicy policy;

    public Fitting(RoutingPolicy policy) {
        this.policy = policy;
    }

    /** Whether an agent comes in question, or why not; the names are part of the API. */
    public enum Verdict {
        SUITS,
        /** They know the customer. */
        KNOWS,
        /** They are one of those who know the customer's contract. */
        DEDICATED,
        NOT_THIS_CHANNEL,
        /** A skill is missing, or its level is below the least. */
        SKILL,
        /** The level is not let go yet. */
        LEVEL_NOT_YET,
        /** Their unit does not come in question yet. */
        UNIT_NOT_YET,
        /** The contact is kept for the agent who knows the customer. */
        KEPT_FOR_KNOWN,
        /** The contact is kept for those who know its contract, one of whom is there and may take it. */
        KEPT_FOR_DEDICATED,
        NO_ROOM;

        boolean good() {
            return this == SUITS || this == KNOWS || this == DEDICATED;
        }
    }

    /** Whether the agent comes in question at that moment and has room. */
    public Verdict verdict(Waiting contact, Seat seat, Staffing staffing, Instant now) {
        var verdict = withoutRoom(contact, seat, staffing, now);
        return verdict.good() && !hasRoom(contact, seat) ? Verdict.NO_ROOM : verdict;
    }

    /** The same, whether they have room or not. */
    Verdict withoutRoom(Waiting contact, Seat seat, Staffing staffing, Instant now) {
        if (!seat.channels().contains(contact.channel())) {
            return Verdict.NOT_THIS_CHANNEL;
        }
        for (var need : contact.needs()) {
            if (!need.ever(seat.skills())) {
                return Verdict.SKILL;
            }
        }
        var known = contact.known();
        double waited = Seconds.between(contact.since(), now);
        boolean dedicated = contact.dedicated(seat.person());
        if (!dedicated && keptForDedicated(contact, waited, staffing)) {
            return Verdict.KEPT_FOR_DEDICATED;
        }
        if (seat.person().equals(known)) {
            return Verdict.KNOWS;
        }
        if (dedicated) {
            return Verdict.DEDICATED;
        }
        if (known != null && waited < Seconds.of(policy.sticky().waits()) && staffing.present(known)) {
            return Verdict.KEPT_FOR_KNOWN;
        }
        var ring = policy.ring(contact.unit(), waited);
        for (var need : contact.needs()) {
            if (!need.now(seat.level(need.skill()), instead(seat, need), ring.lowered(),
                    staffing.holders(need.skill()) == 0)) {
                return Verdict.LEVEL_NOT_YET;
            }
        }
        return turn(seat.unit(), contact.unit(), ring) < NEVER ? Verdict.SUITS : Verdict.UNIT_NOT_YET;
    }

    /** Only those of them who may take it keep it from others; who is there for other channels or matters would never have it. */
    private static boolean keptForDedicated(Waiting contact, double waited, Staffing staffing) {
        var contract = contact.contract();
        return contract != null && waited < Seconds.of(contract.keeps())
                && contract.agents().stream().anyMatch(agent -> staffing.mayTake(agent, contact));
    }

    private static int instead(Seat seat, Need need) {
        var other = need.instead();
        return other == null ? 0 : seat.level(other);
    }

    boolean hasRoom(Waiting contact, Seat seat) {
        return seat.taken() + policy.terms(contact.channel()).units() <= RoutingPolicy.CAPACITY;
    }

    /** When it is an agent's unit's turn: 0 for those of the contact's own, then the named ones in their order. */
    int turn(Waiting contact, Seat seat, Instant now) {
        return turn(seat.unit(), contact.unit(),
                policy.ring(contact.unit(), Seconds.between(contact.since(), now)));
    }

    private static int turn(String unit, String home, RoutingPolicy.Ring ring) {
        if (within(unit, home, ring.reach())) {
            return 0;
        }
        for (int i = 0; i < ring.units().size(); i++) {
            if (unit.startsWith(ring.units().get(i))) {
                return i + 1;
            }
        }
        return NEVER;
    }

    private static boolean within(String unit, String home, Reach reach) {
        return switch (reach) {
            case UNIT, NAMED -> unit.startsWith(home);
            case PARENT -> unit.startsWith(parent(home));
            case EVERYWHERE -> true;
        };
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/', path.length() - 2);
        return slash < 0 ? path : path.substring(0, slash + 1);
    }
}
