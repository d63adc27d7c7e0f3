package io.waypost.core.routing;

import io.waypost.core.routing.RoutingPolicy.Reach;
import java.time.Instant;

/** Whether an agent comes in question for a contact, by one version of the policy. Pure and safe for threads. */
public final class Fitting {

    private final RoutingPolicy policy;

    public Fitting(RoutingPolicy policy) {
        this.policy = policy;
    }

    /** Whether an agent comes in question, or why not; the names are part of the API. */
    public enum Verdict {
        SUITS,
        /** They know the customer. */
        KNOWS,
        NOT_THIS_CHANNEL,
        /** A skill is missing, or its level is below the least. */
        SKILL,
        /** The level is not let go yet. */
        LEVEL_NOT_YET,
        /** Their unit does not come in question yet. */
        UNIT_NOT_YET,
        /** The contact is kept for the agent who knows the customer. */
        KEPT_FOR_KNOWN,
        NO_ROOM;

        boolean good() {
            return this == SUITS || this == KNOWS;
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
            if (!need.ever(seat.level(need.skill()), instead(seat, need))) {
                return Verdict.SKILL;
            }
        }
        var known = contact.known();
        if (seat.person().equals(known)) {
            return Verdict.KNOWS;
        }
        double waited = Seconds.between(contact.since(), now);
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
        return within(seat.unit(), contact.unit(), ring.reach()) ? Verdict.SUITS : Verdict.UNIT_NOT_YET;
    }

    private static int instead(Seat seat, Need need) {
        var other = need.instead();
        return other == null ? 0 : seat.level(other);
    }

    boolean hasRoom(Waiting contact, Seat seat) {
        return seat.taken() + policy.terms(contact.channel()).units() <= RoutingPolicy.CAPACITY;
    }

    private static boolean within(String unit, String home, Reach reach) {
        return switch (reach) {
            case UNIT -> unit.startsWith(home);
            case PARENT -> unit.startsWith(parent(home));
            case EVERYWHERE -> true;
        };
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/', path.length() - 2);
        return slash < 0 ? path : path.substring(0, slash + 1);
    }
}
