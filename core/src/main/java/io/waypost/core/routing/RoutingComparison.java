package io.waypost.core.routing;

import io.waypost.core.routing.RoutingScore.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two policies on the same contacts, side by side (对比). Immutable.
 *
 * @param whole all contacts
 * @param channels by channel
 * @param desks by the path of the desk's unit
 * @param base how work was spread in the one that is in force
 * @param tried in the other
 */
public record RoutingComparison(Line whole, List<Line> channels, List<Line> desks, Spread base, Spread tried) {

    /** Fewer contacts than that say nothing. */
    public static final int ENOUGH = 50;

    public RoutingComparison {
        channels = List.copyOf(channels);
        desks = List.copyOf(desks);
    }

    /**
     * What became of the same contacts in both.
     *
     * @param better answered in time in the tried one alone
     * @param worse answered in time in the other alone
     */
    public record Line(String name, Side base, Side tried, int better, int worse) {

        /** Whether the difference is more than what tossing a coin for each changed contact would give in nineteen of twenty cases. */
        public boolean clear() {
            return Math.abs(better - worse) > 1.96 * Math.sqrt(better + (double) worse);
        }

        /** Whether there are enough contacts to say anything. */
        public boolean enough() {
            return base.contacts() >= ENOUGH;
        }
    }

    /**
     * One policy.
     *
     * @param contacts answered or given up
     * @param inTime answered within their channel's target
     * @param averageWait seconds of the answered
     * @param ninetieth seconds that nine of ten of the answered waited at most
     * @param known whose customer an agent knows
     * @param backToKnown of these, taken by that agent
     * @param elsewhere taken by agents of another unit (溢出); null in trials of before that was counted
     */
    public record Side(int contacts, int inTime, int gaveUp, double averageWait, double ninetieth, int known,
            int backToKnown, @Nullable Integer elsewhere) {}

    /**
     * How work was spread among agents.
     *
     * @param busy the mean share of their time that they were busy
     * @param unevenness the Gini coefficient of these shares: 0 where all had the same
     */
    public record Spread(int agents, double busy, double unevenness) {

        static Spread of(RoutingScore score) {
            return new Spread(score.agents(), score.busyOfPeople(), score.unevennessOfPeople());
        }
    }

    /** Holds them side by side; both must have had the same contacts. */
    public static RoutingComparison of(RoutingScore base, RoutingScore tried) {
        var pairs = new ArrayList<Pair>();
        base.outcomes().forEach((id, outcome) -> {
            var other = tried.outcomes().get(id);
            if (other == null) {
                throw new IllegalArgumentException("The contact %s is in one of the two alone.".formatted(id));
            }
            pairs.add(new Pair(outcome, other));
        });
        return new RoutingComparison(line("", pairs), lines(pairs, pair -> pair.base().contact().channel().name()),
                lines(pairs, pair -> pair.base().contact().unit()), Spread.of(base), Spread.of(tried));
    }

    private record Pair(Outcome base, Outcome tried) {}

    private static List<Line> lines(List<Pair> pairs, Function<Pair, String> by) {
        Map<String, List<Pair>> grouped = pairs.stream()
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
        return grouped.entrySet().stream().map(group -> line(group.getKey(), group.getValue())).toList();
    }

    private static Line line(String name, List<Pair> pairs) {
        int better = 0;
        int worse = 0;
        for (var pair : pairs) {
            better += pair.tried().inTime() && !pair.base().inTime() ? 1 : 0;
            worse += pair.base().inTime() && !pair.tried().inTime() ? 1 : 0;
        }
        return new Line(name, side(pairs.stream().map(Pair::base).toList()),
                side(pairs.stream().map(Pair::tried).toList()), better, worse);
    }

    private static Side side(Collection<Outcome> outcomes) {
        double[] waits = outcomes.stream().filter(Outcome::answered).mapToDouble(Outcome::waited).sorted().toArray();
        double sum = 0;
        for (double wait : waits) {
            sum += wait;
        }
        int known = 0;
        int back = 0;
        int inTime = 0;
        int elsewhere = 0;
        for (var outcome : outcomes) {
            known += outcome.contact().known() == null ? 0 : 1;
            back += outcome.byKnown() ? 1 : 0;
            inTime += outcome.inTime() ? 1 : 0;
            elsewhere += outcome.elsewhere() ? 1 : 0;
        }
        return new Side(outcomes.size(), inTime, outcomes.size() - waits.length,
                waits.length == 0 ? 0 : sum / waits.length,
                waits.length == 0 ? 0 : waits[(int) Math.ceil(waits.length * 0.9) - 1], known, back, elsewhere);
    }
}
