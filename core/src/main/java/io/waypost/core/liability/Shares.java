package io.waypost.core.liability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What can be said of shares together. */
public final class Shares {

    /** All shares together. */
    public static final int WHOLE = 1_000;

    private Shares() {}

    /** Per mille of each unit, however many of its people share it, in the order in which they are named. */
    public static SequencedMap<String, Integer> byUnit(List<Share> shares) {
        var sums = new LinkedHashMap<String, Integer>();
        shares.forEach(share -> sums.merge(share.unit(), share.perMille(), Integer::sum));
        return sums;
    }

    /** The unit that bears more than any other; empty where two bear as much, or nobody anything. */
    public static Optional<String> mostBlamed(List<Share> shares) {
        var sums = byUnit(shares);
        int most = sums.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var units = sums.entrySet().stream().filter(entry -> entry.getValue() == most).map(Map.Entry::getKey).toList();
        return units.size() == 1 ? Optional.of(units.getFirst()) : Optional.empty();
    }

    /**
     * How a judgement counts in the statistics of each unit, in halves: 2 where it bears everything alone, 1 where units share it (责任件按 0.5
     * 计) [A].
     */
    public static SequencedMap<String, Integer> halfCounts(List<Share> shares) {
        var units = byUnit(shares);
        var counts = new LinkedHashMap<String, Integer>();
        units.keySet().forEach(unit -> counts.put(unit, units.size() == 1 ? 2 : 1));
        return counts;
    }

    /**
     * An amount split among the units, to the fen: what is left over by rounding down goes to the largest shares first, a fen each. A unit
     * whose part is nothing is left out; without shares there are no parts.
     *
     * @param fen zero or more
     */
    public static SequencedMap<String, Long> split(List<Share> shares, long fen) {
        if (fen < 0) {
            throw new IllegalArgumentException("%d fen cannot be split.".formatted(fen));
        }
        var sums = byUnit(shares);
        var parts = new LinkedHashMap<String, Long>();
        if (sums.isEmpty()) {
            return parts;
        }
        long left = fen;
        for (var entry : sums.entrySet()) {
            long part = Math.multiplyExact(fen, (long) entry.getValue()) / WHOLE;
            parts.put(entry.getKey(), part);
            left -= part;
        }
        var order = new ArrayList<>(sums.entrySet());
        order.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()));
        for (int i = 0; left > 0; i = (i + 1) % order.size()) {
            parts.merge(order.get(i).getKey(), 1L, Long::sum);
            left--;
        }
        parts.values().removeIf(part -> part == 0);
        return parts;
    }

    /** Whether they are a whole: at least one, 1,000 together, and no unit's duty twice. */
    public static boolean whole(List<Share> shares) {
        long sum = shares.stream().mapToLong(Share::perMille).sum();
        long different = shares.stream().map(share -> share.unit() + " " + share.duty()).distinct().count();
        return sum == WHOLE && different == shares.size();
    }
}
