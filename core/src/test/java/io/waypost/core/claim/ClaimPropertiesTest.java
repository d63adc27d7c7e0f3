package io.waypost.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.claim.ClaimFacts.Extent;
import io.waypost.core.claim.ClaimFacts.Fees;
import io.waypost.core.claim.ClaimFacts.Found;
import io.waypost.core.claim.ClaimFacts.Worth;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("L1 what holds for every claim")
class ClaimPropertiesTest {

    private static final int CASES = 100;
    private static final Set<ClaimKind> BY_FEE = EnumSet.of(ClaimKind.DELAY, ClaimKind.FEE_REFUND);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void likelyFactsHaveNoFlaws(long seed) {
        var made = new ClaimGenerator(seed);
        for (int i = 0; i < CASES; i++) {
            assertThat(ClaimFactsCheck.flaws(made.likely())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anAmountIsNeverNegativeAndItsTreeAddsUpToIt(long seed) {
        var made = new ClaimGenerator(seed);
        for (int i = 0; i < CASES; i++) {
            var standard = made.standard();
            var facts = made.likely();
            var result = ClaimCalculator.assess(standard, facts);
            assertThat(result.amountFen()).as("%s", facts).isNotNegative();
            assertThat(result.explanation().fen()).as("%s", facts).isEqualTo(result.amountFen());
            adds(result.explanation());
            named(result, ids(standard));
            var ceiling = result.ceilingFen();
            assertThat(ceiling == null || ceiling >= result.amountFen()).as("%s", facts).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theVerdictFitsTheAmount(long seed) {
        var made = new ClaimGenerator(seed);
        for (int i = 0; i < CASES; i++) {
            var result = ClaimCalculator.assess(made.standard(), made.likely());
            switch (result.verdict()) {
                case OWED -> assertThat(result.amountFen()).isPositive();
                case NOTHING_OWED, CANNOT_TELL -> assertThat(result.amountFen()).isZero();
                case MORE_EVIDENCE -> assertThat(result.missing()).anyMatch(one -> one.stage() != ClaimStage.PAY);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRecomputeGivesTheSame(long seed) {
        var made = new ClaimGenerator(seed);
        for (int i = 0; i < CASES; i++) {
            var facts = made.likely();
            var standard = made.standard();
            assertThat(ClaimCalculator.assess(standard, facts)).isEqualTo(ClaimCalculator.assess(standard, facts));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anInsuredContentIsNeverPaidAboveItsValue(long seed) {
        var made = new ClaimGenerator(seed);
        for (int i = 0; i < CASES; i++) {
            var facts = insured(made.likely(), made.upTo(1_000_000));
            var proven = facts.worth().provenFen();
            assertThat(ClaimCalculator.assess(made.standard(), facts).amountFen()).as("%s", facts)
                    .isLessThanOrEqualTo(proven == null ? -1 : proven);
        }
    }

    /** With a fixed amount that is lost of an insured content it does not hold: at a greater value less of it was insured. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aGreaterProvenValueNeverPaysLess(long seed) {
        var made = new ClaimGenerator(seed);
        for (int i = 0; i < CASES; i++) {
            var facts = made.likely();
            if (facts.extent().lostFen() != null) {
                facts = with(facts, facts.fees(), new Extent(null, 1, 3, null, false, false), facts.found());
            }
            long value = made.upTo(2_000_000);
            var standard = made.standard();
            assertThat(ClaimCalculator.assess(standard, proven(facts, value)).amountFen()).as("%s", facts)
                    .isLessThanOrEqualTo(ClaimCalculator.assess(standard, proven(facts, value + made.upTo(500_000)))
                            .amountFen());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void feesThatComeBackAreNeverMoreThanWasPaid(long seed) {
        var made = new ClaimGenerator(seed);
        for (int i = 0; i < CASES; i++) {
            var likely = made.likely();
            var facts = BY_FEE.contains(likely.kind())
                    ? with(likely, likely.fees(), Extent.UNKNOWN, likely.found())
                    : worthless(likely);
            long paid = facts.fees().carriageFen()
                    + facts.fees().extras().stream().mapToLong(ClaimFacts.Extra::fen).sum();
            assertThat(ClaimCalculator.assess(made.standard(), facts).amountFen()).as("%s", facts)
                    .isLessThanOrEqualTo(paid);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreFaultNeverPaysMore(long seed) {
        var made = new ClaimGenerator(seed);
        for (int i = 0; i < CASES; i++) {
            var facts = made.likely();
            int share = 1 + (int) made.upTo(998);
            int more = share + (int) made.upTo(1_000 - share);
            var standard = made.standard();
            var less = with(facts, facts.fees(), facts.extent(), List.of(new Found(Exclusion.CUSTOMER_FAULT, share)));
            var most = with(facts, facts.fees(), facts.extent(), List.of(new Found(Exclusion.CUSTOMER_FAULT, more)));
            assertThat(ClaimCalculator.assess(standard, most).amountFen()).as("%s", facts)
                    .isLessThanOrEqualTo(ClaimCalculator.assess(standard, less).amountFen());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverTheNumbersNothingIsThrown(long seed) {
        var made = new ClaimGenerator(seed);
        for (int i = 0; i < CASES; i++) {
            var facts = made.wild();
            var result = ClaimCalculator.assess(made.standard(), facts);
            assertThat(result.reason() == Reason.FACTS_FLAWED).isEqualTo(!ClaimFactsCheck.flaws(facts).isEmpty());
            assertThat(result.amountFen()).isNotNegative();
        }
    }

    private static void adds(Explanation node) {
        if (!node.children().isEmpty()) {
            assertThat(node.fen()).as("%s", node).isEqualTo(Part.sum(node.children()));
        }
        node.children().forEach(ClaimPropertiesTest::adds);
    }

    private static void named(Assessment result, Set<String> ids) {
        if (result.verdict() == ClaimVerdict.CANNOT_TELL) {
            assertThat(result.explanation().chinese()).isNotBlank();
            return;
        }
        nodes(result.explanation()).forEach(node -> {
            assertThat(ids).contains(node.rule());
            assertThat(List.of(node.article(), node.source(), node.chinese(), node.english()))
                    .noneMatch(String::isBlank);
        });
        result.missing().forEach(one -> assertThat(ids).contains(one.rule()));
        result.exclusions().forEach(one -> assertThat(ids).contains(one.rule()));
    }

    private static Stream<Explanation> nodes(Explanation node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(ClaimPropertiesTest::nodes));
    }

    private static Set<String> ids(ClaimStandard standard) {
        var ids = new HashSet<String>();
        Stream.of(standard.insured(), standard.proven(), standard.unproven(), standard.parts(), standard.counting(),
                standard.totalDelays(), standard.refunds(), standard.exclusions(), standard.contracts(),
                standard.timesToClaim(), standard.evidence(), standard.rounding())
                .forEach(rows -> rows.forEach(row -> ids.add(row.basis().id())));
        return ids;
    }

    /** Insured and proven, without fees that could come back. */
    private static ClaimFacts insured(ClaimFacts facts, long value) {
        var extent = facts.extent();
        var part = extent.lostFen() == null
                ? extent
                : new Extent(Math.min(value, 100), null, null, null, extent.lostByDelay(), extent.kept());
        var worth = facts.worth();
        var insured = worth.insuredFen() == null ? Long.valueOf(50_000) : worth.insuredFen();
        return with(facts, new Fees(0, 0, List.of(), false), part, facts.found()).with(new Worth(insured,
                worth.claimedFen(), value, worth.nothingFurther(), worth.otherProofs(), worth.indirectFen()));
    }

    private static ClaimFacts proven(ClaimFacts facts, long value) {
        var worth = facts.worth();
        return facts.with(new Worth(worth.insuredFen(), worth.claimedFen(), value, worth.nothingFurther(),
                worth.otherProofs(), worth.indirectFen()));
    }

    /** A content that is proven to be worth nothing, and no contract. */
    private static ClaimFacts worthless(ClaimFacts facts) {
        @Nullable
        Long lost = facts.extent().lostFen() == null ? null : Long.valueOf(0);
        var extent = facts.extent();
        return new ClaimFacts(facts.kind(), facts.jurisdiction(), facts.distance(), facts.times(),
                new Worth(null, 0L, 0L, true, List.of(), 0), facts.fees(),
                new Extent(lost, extent.piecesLost(), extent.piecesSent(), extent.perMille(), extent.lostByDelay(),
                        extent.kept()),
                facts.mismatch(), facts.grossNegligence(), facts.found(), null, facts.evidence());
    }

    private static ClaimFacts with(ClaimFacts facts, Fees fees, Extent extent, List<Found> found) {
        return new ClaimFacts(facts.kind(), facts.jurisdiction(), facts.distance(), facts.times(), facts.worth(), fees,
                extent, facts.mismatch(), facts.grossNegligence(), found, facts.contract(), facts.evidence());
    }
}
