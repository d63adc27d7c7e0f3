import io.waypost.core.routing.Choosing;
import io.waypost.core.routing.Router;
import io.waypost.core.routing.RoutingPolicy;
import io.waypost.core.routing.RoutingScore;
import io.waypost.core.routing.RoutingTrial;
import io.waypost.core.routing.Seat;
import io.waypost.core.routing.Staffing;
import io.waypost.core.routing.Waiting;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;

/** The same contacts through our router, through the longest idle agent with first come first served, and through the least busy one. */
final class RoutingBench {

    private RoutingBench() {}

    public static void main(String[] arguments) {
        int contacts = Integer.parseInt(arguments[0]);
        double busy = Double.parseDouble(arguments[2]);
        var policy = RoutingPolicy.defaults().about(MadeUpDay.matters(), MadeUpDay.languages());
        var day = new MadeUpDay(Long.parseLong(arguments[1]), contacts, busy, policy);
        System.out.printf("# %d contacts, %d shifts%n", day.contacts.size(), day.shifts.size());
        run("longest idle, first come", new Plain(policy, Comparator.comparing(Seat::idleSince)), policy, day);
        run("least busy, first come", new Plain(policy, Comparator.comparingInt(Seat::taken).thenComparing(Seat::busyShare)), policy, day);
        run("Waypost", new Router(policy), policy, day);
    }

    private static void run(String name, Choosing choosing, RoutingPolicy policy, MadeUpDay day) {
        var counted = new Counted(choosing);
        long began = System.nanoTime();
        RoutingScore score = RoutingTrial.run(counted, policy, day.contacts, day.shifts);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%s\t%.1f\t%.1f\t%.1f\t%.4f\t%.1f\t%.0f\t%.1f%n", name, 100 * score.serviceLevel(), 100 * score.worstServiceLevel(day.contacts.size() / 500),
                100 * score.abandoned(), score.unevenness(), 100 * score.busy(), counted.asked / (counted.nanos / 1e9), seconds);
        if (Boolean.getBoolean("kinds")) {
            score.kinds().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey()).filter(kind -> kind.getValue().contacts() > day.contacts.size() / 500)
                    .forEach(kind -> System.out.printf("#   %s %d: %.1f, gave up %.1f, p95 %.0f s%n", kind.getKey(), kind.getValue().contacts(), 100 * kind.getValue().serviceLevel(), 100 * kind.getValue().abandoned(), kind.getValue().waited(0.95)));
        }
    }

    /** Who has the skills and the channel takes the oldest: what most desks do. */
    private record Plain(RoutingPolicy policy, Comparator<Seat> order) implements Choosing {

        private boolean able(Waiting contact, Seat seat) {
            return seat.channels().contains(contact.channel()) && contact.needs().stream().allMatch(need -> seat.skills().getOrDefault(need.skill(), 0) >= need.least())
                    && seat.taken() + policy.terms(contact.channel()).units() <= RoutingPolicy.CAPACITY;
        }

        @Override
        public Optional<Seat> seat(Waiting contact, Collection<Seat> seats, Staffing staffing, Instant now) {
            return seats.stream().filter(seat -> able(contact, seat)).min(order.thenComparing(Seat::person));
        }

        @Override
        public Optional<Waiting> contact(Seat seat, Collection<Waiting> queue, Staffing staffing, Instant now) {
            return queue.stream().filter(contact -> able(contact, seat)).min(Comparator.comparing(Waiting::since).thenComparing(Waiting::id));
        }
    }

    private static final class Counted implements Choosing {

        private final Choosing choosing;
        private long asked;
        private long nanos;

        Counted(Choosing choosing) {
            this.choosing = choosing;
        }

        @Override
        public Optional<Seat> seat(Waiting contact, Collection<Seat> seats, Staffing staffing, Instant now) {
            return timed(() -> choosing.seat(contact, seats, staffing, now));
        }

        @Override
        public Optional<Waiting> contact(Seat seat, Collection<Waiting> queue, Staffing staffing, Instant now) {
            return timed(() -> choosing.contact(seat, queue, staffing, now));
        }

        private <T> T timed(Supplier<T> choice) {
            long began = System.nanoTime();
            var chosen = choice.get();
            nanos += System.nanoTime() - began;
            asked++;
            return chosen;
        }
    }
}
