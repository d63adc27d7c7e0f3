package io.waypost.core.routing;

import io.waypost.core.routing.Fitting.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses who takes what (路由), by one version of the policy. Pure and safe for threads; ties go by id, so that every node chooses the same.
 *
 * <p>Two questions cover all that happens: a contact came, or its ring grew: which of those with room takes it; an agent has room: which of
 * those that wait do they take. Who comes in question is decided by {@link Fitting}, alike for both.
 */
public final class Router implements Choosing {

    private final RoutingPolicy policy;
    private final Fitting fitting;

    public Router(RoutingPolicy policy) {
        this.policy = policy;
        this.fitting = new Fitting(policy);
    }

    /** How urgent a wait is: 1 when the time in which it should be answered is over, head start included. */
    public double urgency(Waiting contact, Instant now) {
        double waited = Math.max(0, Seconds.between(contact.since(), now));
        return (waited + Seconds.of(contact.headStart())) / Seconds.of(contact.target(policy.terms(contact.channel())));
    }

    @Override
    public Optional<Seat> seat(Waiting contact, Collection<Seat> seats, Staffing staffing, Instant now) {
        var suited = new ArrayList<Seat>();
        var dedicated = new ArrayList<Seat>();
        for (var seat : seats) {
            var verdict = fitting.verdict(contact, seat, staffing, now);
            if (verdict == Verdict.KNOWS) {
                return Optional.of(seat);
            }
            if (verdict == Verdict.SUITS) {
                suited.add(seat);
            } else if (verdict == Verdict.DEDICATED) {
                dedicated.add(seat);
            }
        }
        return dedicated.isEmpty()
                ? cheapest(contact, nearest(contact, suited, now), seats, staffing, now)
                : cheapest(contact, dedicated, seats, staffing, now);
    }

    /** Those whose turn comes first: a unit that a contact overflows to is asked once nobody before it has room. */
    private List<Seat> nearest(Waiting contact, List<Seat> suited, Instant now) {
        int first = suited.stream().mapToInt(seat -> fitting.turn(contact, seat, now)).min().orElse(0);
        return suited.stream().filter(seat -> fitting.turn(contact, seat, now) == first).toList();
    }

    private Optional<Seat> cheapest(Waiting contact, List<Seat> suited, Collection<Seat> seats, Staffing staffing,
            Instant now) {
        if (suited.size() < 2) {
            return suited.stream().findFirst();
        }
        var weights = policy.weights();
        return new SeatCosts(policy, seats, staffing, now).of(contact, suited).stream()
                .min(Comparator.<SeatCosts.Cost>comparingDouble(cost -> cost.total(weights))
                        .thenComparing(cost -> cost.seat().person()))
                .map(SeatCosts.Cost::seat);
    }

    @Override
    public Optional<Waiting> contact(Seat seat, Collection<Waiting> queue, Staffing staffing, Instant now) {
        var next = new Next(seat, staffing, now);
        for (var contact : queue) {
            next.consider(contact);
        }
        return next.chosen();
    }

    /** What an agent takes next. */
    private final class Next {

        private final Seat seat;
        private final Staffing staffing;
        private final Instant now;
        private @Nullable Waiting best;
        private double bestTurn = -1;
        /** Of those who are late already and for whom there is no room. */
        private double lateTurn = -1;

        Next(Seat seat, Staffing staffing, Instant now) {
            this.seat = seat;
            this.staffing = staffing;
            this.now = now;
        }

        void consider(Waiting contact) {
            double urgency = urgency(contact, now);
            // Whoever could not come first even if nobody else could take it is not looked at closer: the queue may be long.
            if (urgency * (1 + policy.weights().rare()) < bestTurn
                    || !fitting.withoutRoom(contact, seat, staffing, now).good()) {
                return;
            }
            double turn = urgency * (1 + policy.weights().rare() * staffing.rarity(contact.needs()));
            if (fitting.hasRoom(contact, seat)) {
                if (best == null || turn > bestTurn || (turn == bestTurn && contact.id().compareTo(best.id()) < 0)) {
                    best = contact;
                    bestTurn = turn;
                }
            } else if (urgency >= 1) {
                lateTurn = Math.max(lateTurn, turn);
            }
        }

        /**
         * An agent with a chat takes no further one while a contact that would be first, and takes all of an agent, is late: its time would
         * never come.
         */
        Optional<Waiting> chosen() {
            return lateTurn > bestTurn ? Optional.empty() : Optional.ofNullable(best);
        }
    }
}
