package io.waypost.core.claim;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What another version of the standard would have made of past claims (新旧标准对比试算).
 *
 * @param cases each case under both, in the order in which they were given
 * @param beforeFen the sum under the old one, of the cases that both can tell
 * @param afterFen the sum under the new one, of the same cases
 * @param gain how many of these get more
 * @param lose how many get less
 * @param same how many get the same
 * @param untold how many cases one of the two cannot tell; they are in no sum
 * @param kinds the sums by what happened, of the cases that both can tell
 */
public record StandardComparison(List<Compared> cases, long beforeFen, long afterFen, int gain, int lose, int same,
        int untold, List<OfKind> kinds) {

    public StandardComparison {
        cases = List.copyOf(cases);
        kinds = List.copyOf(kinds);
    }

    /** A past case. */
    public record Past(String id, ClaimFacts facts) {}

    /** A case under both versions. */
    public record Compared(String id, ClaimKind kind, Assessment before, Assessment after) {

        /** How much more it comes to under the new one; less where negative. */
        public long differenceFen() {
            return after.amountFen() - before.amountFen();
        }

        /** Whether both can tell. */
        public boolean told() {
            return before.verdict() != ClaimVerdict.CANNOT_TELL && after.verdict() != ClaimVerdict.CANNOT_TELL;
        }
    }

    /** What the cases of a kind come to. */
    public record OfKind(ClaimKind kind, int cases, long beforeFen, long afterFen) {}

    /**
     * Both versions over the same cases.
     *
     * @throws ArithmeticException where a sum is greater than a long
     */
    public static StandardComparison of(ClaimStandard before, ClaimStandard after, List<Past> past) {
        var cases = past.stream().map(one -> new Compared(one.id(), one.facts().kind(),
                ClaimCalculator.assess(before, one.facts()), ClaimCalculator.assess(after, one.facts()))).toList();
        var told = cases.stream().filter(Compared::told).toList();
        int gain = (int) told.stream().filter(one -> one.differenceFen() > 0).count();
        int lose = (int) told.stream().filter(one -> one.differenceFen() < 0).count();
        var kinds = Arrays.stream(ClaimKind.values()).map(kind -> ofKind(kind, told)).filter(one -> one.cases() > 0)
                .toList();
        return new StandardComparison(cases, sum(told, one -> one.before().amountFen()),
                sum(told, one -> one.after().amountFen()), gain, lose, told.size() - gain - lose,
                cases.size() - told.size(), kinds);
    }

    private static OfKind ofKind(ClaimKind kind, List<Compared> told) {
        var own = told.stream().filter(one -> one.kind() == kind).toList();
        return new OfKind(kind, own.size(), sum(own, one -> one.before().amountFen()),
                sum(own, one -> one.after().amountFen()));
    }

    private static long sum(List<Compared> cases, ToLongFunction<Compared> fen) {
        return cases.stream().mapToLong(fen).reduce(0, Math::addExact);
    }
}
