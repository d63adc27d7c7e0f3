package io.waypost.core.routing;

import io.waypost.core.routing.RoutingPolicy.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.DoubleStream;

/**
 * How well contacts were answered and work was shared out. Not safe for threads.
 *
 * <p>Service level (服务水平) is answered within the target ÷ (answered + given up); its target is the contract's or the channel's.
 */
public final class RoutingScore {

    private final Map<String, Kind> kinds = new TreeMap<>();
    private final List<Work> shifts = new ArrayList<>();
    private final Map<UUID, Work> people = new TreeMap<>();
    private final Map<UUID, Outcome> outcomes = new HashMap<>();
    private long toKnown;
    private long known;

    /** How long somebody was there, and how long of that busy. */
    private record Work(double busySeconds, double seconds) {

        double share() {
            return busySeconds / seconds;
        }

        Work plus(Work more) {
            return new Work(busySeconds + more.busySeconds, seconds + more.seconds);
        }
    }

    /**
     * What became of one contact.
     *
     * @param waited seconds until somebody took it; of no meaning where its customer gave up
     * @param byKnown whether the agent who knows the customer took it
     * @param elsewhere whether an agent of another unit than the contact's own took it
     */
    record Outcome(Waiting contact, boolean answered, double waited, boolean inTime, boolean byKnown,
            boolean elsewhere) {}

    /** What became of the contacts of one kind: of one channel and set of skills. */
    public static final class Kind {

        private final List<Float> waits = new ArrayList<>();
        private long inTime;
        private long gaveUp;

        /** Answered within the target ÷ all that were answered or gave up; 1 if there were none. */
        public double serviceLevel() {
            return contacts() == 0 ? 1 : (double) inTime / contacts();
        }

        /** Answered or given up. */
        public long contacts() {
            return waits.size() + gaveUp;
        }

        /** Share of those that gave up. */
        public double abandoned() {
            return contacts() == 0 ? 0 : (double) gaveUp / contacts();
        }

        /** The wait in seconds that this share of the answered had at most; 0 if there were none. */
        public double waited(double share) {
            var sorted = waits.stream().mapToDouble(Float::doubleValue).sorted().toArray();
            return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))];
        }
    }

    void answered(Waiting contact, Terms terms, double waited, boolean byKnown, boolean elsewhere) {
        var kind = kind(contact);
        kind.waits.add((float) waited);
        boolean inTime = waited <= Seconds.of(contact.target(terms));
        kind.inTime += inTime ? 1 : 0;
        outcomes.put(contact.id(), new Outcome(contact, true, waited, inTime, byKnown, elsewhere));
        if (contact.known() != null) {
            known++;
            toKnown += byKnown ? 1 : 0;
        }
    }

    void gaveUp(Waiting contact) {
        kind(contact).gaveUp++;
        outcomes.put(contact.id(), new Outcome(contact, false, 0, false, false, false));
    }

    void shiftOver(UUID person, double busySeconds, double seconds) {
        var work = new Work(busySeconds, seconds);
        shifts.add(work);
        people.merge(person, work, Work::plus);
    }

    /** What became of each contact. */
    Map<UUID, Outcome> outcomes() {
        return outcomes;
    }

    /** How many agents there were. */
    int agents() {
        return people.size();
    }

    private Kind kind(Waiting contact) {
        var name = new StringBuilder(contact.channel().name());
        contact.needs().forEach(need -> name.append(' ').append(need.skill()));
        return kinds.computeIfAbsent(name.toString(), _ -> new Kind());
    }

    /** By channel and skills. */
    public Map<String, Kind> kinds() {
        return Map.copyOf(kinds);
    }

    /** All contacts. */
    public long contacts() {
        return kinds.values().stream().mapToLong(Kind::contacts).sum();
    }

    /** Over all contacts, each by its channel's target. */
    public double serviceLevel() {
        return contacts() == 0 ? 1 : (double) kinds.values().stream().mapToLong(kind -> kind.inTime).sum() / contacts();
    }

    /** Of the kind that was answered worst, among those with at least so many contacts: what the others' good average hides. */
    public double worstServiceLevel(long contacts) {
        return kinds.values().stream().filter(kind -> kind.contacts() >= contacts).mapToDouble(Kind::serviceLevel).min()
                .orElse(1);
    }

    /** Share of all contacts that gave up. */
    public double abandoned() {
        return contacts() == 0 ? 0 : (double) kinds.values().stream().mapToLong(kind -> kind.gaveUp).sum() / contacts();
    }

    /** Of the customers whom an agent knows, the share that came back to them; 0 where nobody is known. */
    public double backToKnown() {
        return known == 0 ? 0 : (double) toKnown / known;
    }

    /** The mean share of their shifts that agents were busy. */
    public double busy() {
        return shifts.stream().mapToDouble(Work::share).average().orElse(0);
    }

    /** How unevenly over shifts: the Gini coefficient of busy shares, 0 where all had the same. */
    public double unevenness() {
        return gini(shifts.stream().mapToDouble(Work::share));
    }

    /** The same over people, each with all their shifts together. */
    double busyOfPeople() {
        return people.values().stream().mapToDouble(Work::share).average().orElse(0);
    }

    double unevennessOfPeople() {
        return gini(people.values().stream().mapToDouble(Work::share));
    }

    private static double gini(DoubleStream shares) {
        double[] sorted = shares.sorted().toArray();
        double sum = Arrays.stream(sorted).sum();
        double ranked = 0;
        for (int i = 0; i < sorted.length; i++) {
            ranked += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
        }
        return sum == 0 ? 0 : ranked / (sorted.length * sum);
    }
}
