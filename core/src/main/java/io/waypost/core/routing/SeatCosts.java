package io.waypost.core.routing;

import io.waypost.core.routing.RoutingPolicy.Weights;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What it costs that one agent takes a contact and not another (取舍). Parts are shares of one, so that the policy's weights can be
 * compared. Not safe for threads.
 */
final class SeatCosts {

    private static final double HIGHEST = Need.HIGHEST;

    private final RoutingPolicy policy;
    private final Map<String, Integer> free;
    private final Staffing staffing;
    private final Instant now;

    /** @param free all who have room, whether they suit or not */
    SeatCosts(RoutingPolicy policy, Collection<Seat> free, Staffing staffing, Instant now) {
        this.policy = policy;
        this.free = holders(free);
        this.staffing = staffing;
        this.now = now;
    }

    /**
     * The parts of a cost; the lowest sum takes the contact.
     *
     * @param spare what others would miss of this agent's other skills and channels, as a share of the most that any of them would be missed
     * @param busy which share of the shift the agent was busy
     * @param fit how far the levels are from the wanted ones
     * @param away 1 for agents of another unit
     */
    record Cost(Seat seat, double spare, double busy, double fit, double away) {

        double total(Weights weights) {
            return weights.spare() * spare + weights.even() * busy + weights.fit() * fit + weights.home() * away;
        }
    }

    /** The costs of these agents, in their order. */
    List<Cost> of(Waiting contact, List<Seat> suited) {
        double[] missed = suited.stream().mapToDouble(seat -> missed(contact, seat)).toArray();
        double most = 0;
        for (double one : missed) {
            most = Math.max(most, one);
        }
        var costs = new Cost[missed.length];
        for (int i = 0; i < costs.length; i++) {
            var seat = suited.get(i);
            costs[i] = new Cost(seat, most == 0 ? 0 : missed[i] / most, seat.busyShare(), misfit(contact, seat),
                    seat.unit().startsWith(contact.unit()) ? 0 : 1);
        }
        return List.of(costs);
    }

    /** How many of these agents have each skill, and of those who have nothing yet each channel. */
    private static Map<String, Integer> holders(Collection<Seat> seats) {
        var holders = new HashMap<String, Integer>();
        for (var seat : seats) {
            for (var skill : seat.skills().keySet()) {
                holders.merge(skill, 1, Integer::sum);
            }
            if (seat.taken() == 0) {
                for (var channel : seat.channels()) {
                    holders.merge(channel.name(), 1, Integer::sum);
                }
            }
        }
        return holders;
    }

    /**
     * Contacts an hour that would miss this agent: those that ask for their other skills and channels, shared among the free ones who have
     * them too. Keeping generalists free while a specialist can do it is the rule for servers of several skills (Wallace and Whitt, A
     * staffing algorithm for call centers with skill-based routing, 2005).
     */
    private double missed(Waiting contact, Seat seat) {
        double missed = 0;
        for (var skill : seat.skills().keySet()) {
            if (!needs(contact, skill)) {
                missed += shared(skill);
            }
        }
        int left = RoutingPolicy.CAPACITY - seat.taken();
        int after = left - policy.terms(contact.channel()).units();
        for (var channel : seat.channels()) {
            int units = policy.terms(channel).units();
            if (channel != contact.channel() && units <= left && units > after) {
                missed += shared(channel.name());
            }
        }
        return missed;
    }

    private double shared(String skill) {
        return staffing.anHour(skill, now) / Math.max(1, free.getOrDefault(skill, 1));
    }

    private static boolean needs(Waiting contact, String skill) {
        for (var need : contact.needs()) {
            if (need.skill().equals(skill)) {
                return true;
            }
        }
        return false;
    }

    /** Below the wanted level the customer has less; above it, somebody else may miss it. */
    private static double misfit(Waiting contact, Seat seat) {
        double off = 0;
        for (var need : contact.needs()) {
            int difference = seat.level(need.skill()) - need.wanted();
            off += difference < 0 ? -difference : difference / 2.0;
        }
        return contact.needs().isEmpty() ? 0 : off / (contact.needs().size() * HIGHEST);
    }
}
