package io.waypost.core.delay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How good forecasts were (预警质量), from what was said and what then happened. Not safe for threads. */
public final class DelayScore {

    private final List<Case> cases = new ArrayList<>();

    private record Case(double risk, boolean missed) {}

    /** One tenth of the forecasts by the risk they stated: how many, the mean of it, and the share that did miss. */
    public record Tenth(long cases, double stated, double happened) {}

    /** Warnings against what happened; 1 where there was nothing to be wrong about. */
    public record Warned(long right, long wrong, long missed) {

        /** Share of the warnings that were right. */
        public double precision() {
            return right + wrong == 0 ? 1 : right / (double) (right + wrong);
        }

        /** Share of the missed promises that were warned of. */
        public double recall() {
            return right + missed == 0 ? 1 : right / (double) (right + missed);
        }

        /** Harmonic mean of both; 0 if no warning was right. */
        public double f1() {
            return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
        }
    }

    /** Counts a forecast and whether the promise was missed. */
    public void add(double risk, boolean missed) {
        cases.add(new Case(risk, missed));
    }

    /** How many forecasts were counted. */
    public int size() {
        return cases.size();
    }

    /** Share of promises missed. */
    public double missedShare() {
        return cases.isEmpty() ? 0 : cases.stream().filter(Case::missed).count() / (double) cases.size();
    }

    /** What warning from that risk on would have given. */
    public Warned at(double threshold) {
        long right = cases.stream().filter(one -> one.risk() >= threshold && one.missed()).count();
        long wrong = cases.stream().filter(one -> one.risk() >= threshold && !one.missed()).count();
        long missed = cases.stream().filter(one -> one.risk() < threshold && one.missed()).count();
        return new Warned(right, wrong, missed);
    }

    /** How likely a missed promise was given a higher risk than a kept one, ties half: the rank sum of Mann and Whitney, 1947; 0.5 if all are alike. */
    public double auroc() {
        var sorted = cases.stream().sorted(Comparator.comparingDouble(Case::risk)).toList();
        long missed = cases.stream().filter(Case::missed).count();
        long kept = cases.size() - missed;
        if (missed == 0 || kept == 0) {
            return 0.5;
        }
        double ranks = 0;
        int i = 0;
        while (i < sorted.size()) {
            int end = i;
            long missedHere = 0;
            while (end < sorted.size() && Double.compare(sorted.get(end).risk(), sorted.get(i).risk()) == 0) {
                missedHere += sorted.get(end).missed() ? 1 : 0;
                end++;
            }
            ranks += missedHere * (i + 1 + end) / 2.0;
            i = end;
        }
        return (ranks - missed * (missed + 1) / 2.0) / ((double) missed * kept);
    }

    /** Mean squared difference between risk and what happened: Brier, Verification of Forecasts, 1950; smaller is better. */
    public double brier() {
        return cases.stream().mapToDouble(one -> Math.pow(one.risk() - (one.missed() ? 1 : 0), 2)).average().orElse(0);
    }

    /** Whether stated risks come true: by tenths of the risk. */
    public List<Tenth> calibration() {
        var tenths = new ArrayList<Tenth>();
        for (int tenth = 0; tenth < 10; tenth++) {
            int wanted = tenth;
            var inside = cases.stream().filter(one -> Math.min(9, (int) (one.risk() * 10)) == wanted).toList();
            tenths.add(new Tenth(inside.size(), inside.stream().mapToDouble(Case::risk).average().orElse(0),
                    inside.stream().mapToDouble(one -> one.missed() ? 1 : 0).average().orElse(0)));
        }
        return List.copyOf(tenths);
    }
}
