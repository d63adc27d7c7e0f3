package io.waypost.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.claim.Assessment.Missing;
import io.waypost.core.claim.Assessment.Taken;
import io.waypost.core.claim.Explanation.Input;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("L1 what a claimant is told")
class ClaimExplanationTest {

    @Test
    void anInsuredLossNamesItsArticleAndWhatWentIn() {
        var result = assess("kind=LOSS insured=300000 proven=500000 fee=1200");
        assertThat(result.version()).isEqualTo("DEFAULT-1");
        assertThat(result.explanation().chinese()).contains("3,012.00 元", "四舍五入到分");
        var content = result.explanation().children().getFirst();
        assertThat(content.rule()).isEqualTo("insured.2025");
        assertThat(content.article()).contains("快递暂行条例", "第二十八条");
        assertThat(content.inputs()).containsExactly(new Input("保价金额", "3,000.00 元"),
                new Input("物品实际价值", "5,000.00 元"));
        assertThat(content.chinese()).isEqualTo("保价金额不高于物品价值，按保价金额赔偿。");
        var fee = result.explanation().children().getLast();
        assertThat(fee.fen()).isEqualTo(1_200);
        assertThat(fee.grade()).as("a standard of 2011 is not law").isEqualTo(Grade.B);
    }

    @Test
    void aPartAndAnExclusionStandBelowTheContent() {
        var result = assess("kind=SHORTAGE insured=100000 proven=100000 pieces=2/5 found=CUSTOMER_FAULT:250");
        var content = result.explanation().children().getFirst();
        assertThat(content.fen()).isEqualTo(30_000);
        assertThat(content.children()).extracting(Explanation::fen).containsExactly(100_000L, -60_000L, -10_000L);
        assertThat(content.children().get(1).chinese()).contains("5 件中的 2 件", "400.00 元");
        assertThat(content.children().get(1).english()).contains("2 of 5 pieces", "400.00 yuan");
        assertThat(content.children().get(2).chinese()).contains("25%", "100.00 元");
        assertThat(result.exclusions()).containsExactly(
                new Taken(Exclusion.CUSTOMER_FAULT, 10_000, "excluded.customer-fault"));
    }

    @Test
    void whoMayDecideOtherwiseIsToldToWhoIsTooLate() {
        var result = assess("kind=LOSS posted=2025-01-01 claimedOn=2026-01-02 proven=10000");
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.NOTHING_OWED);
        assertThat(result.mayDecide()).contains("理赔主管", "三年");
        assertThat(result.explanation().chinese()).contains("2026-01-01", result.mayDecide());
        assertThat(result.explanation().inputs()).contains(new Input("最后申请日", "2026-01-01"));
    }

    @Test
    void evidenceIsMissingByStage() {
        var result = assess("kind=TOTAL_DAMAGE claimed=150000 fee=1000 evidence=NONE");
        assertThat(result.missing()).containsExactly(
                new Missing(ClaimStage.APPLY, List.of(Evidence.WAYBILL), "evidence.waybill"),
                new Missing(ClaimStage.APPLY, List.of(Evidence.PHOTO_INSIDE, Evidence.UNBOXING_VIDEO),
                        "evidence.photo-inside"),
                new Missing(ClaimStage.EXAMINE, List.of(Evidence.PHOTO_OUTSIDE, Evidence.UNBOXING_VIDEO),
                        "evidence.photo-outside"),
                new Missing(ClaimStage.EXAMINE, List.of(Evidence.VALUE_PROOF), "evidence.value"),
                new Missing(ClaimStage.PAY, List.of(Evidence.PAYEE_ACCOUNT), "evidence.payee"),
                new Missing(ClaimStage.PAY, List.of(Evidence.IDENTITY), "evidence.identity"));
        assertThat(result.ceilingFen()).isEqualTo(151_000);
    }

    @Test
    void insuredOnesAreAskedForTheirValueHoweverSmall() {
        assertThat(assess("kind=LOSS insured=5000 claimed=5000 evidence=NONE").missing()).extracting(Missing::rule)
                .contains("evidence.value-insured").doesNotContain("evidence.value");
        assertThat(assess("kind=LOSS claimed=5000 evidence=NONE").missing()).extracting(Missing::rule)
                .doesNotContain("evidence.value-insured", "evidence.value");
    }

    @Test
    void anExclusionThatDoesNotBiteIsExplainedAndTakesNothing() {
        var result = assess("kind=LOSS insured=50000 proven=50000 fee=1200 found=FORCE_MAJEURE:1000");
        assertThat(result.exclusions()).isEmpty();
        assertThat(result.explanation().children()).extracting(Explanation::chinese)
                .contains("快件已保价，“不可抗力”不影响保价赔偿。", "虽有“不可抗力”，费用仍予退还。");
    }

    @Test
    void indirectLossIsNamedWithWhatWasClaimed() {
        var result = assess("kind=LOSS proven=50000 indirect=200000");
        assertThat(result.exclusions())
                .containsExactly(new Taken(Exclusion.INDIRECT_LOSS, 200_000, "excluded.indirect"));
        assertThat(result.amountFen()).isEqualTo(50_000);
    }

    @Test
    void whatCannotBeToldSaysWhy() {
        var result = assess("kind=PARTIAL_DAMAGE proven=50000");
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.CANNOT_TELL);
        assertThat(result.explanation().chinese()).contains("损失");
        assertThat(result.ceilingFen()).isNull();
    }

    @Test
    void aRowThatIsMissingCannotBeTold() {
        var without = Standards.DEFAULT;
        var standard = new ClaimStandard("T", "试", without.from(), without.insured(), without.proven(),
                without.unproven(), without.parts(), without.counting(), without.totalDelays(), without.refunds(),
                List.of(), without.contracts(), without.timesToClaim(), without.evidence(), without.rounding());
        var found = FactsText.facts("kind=LOSS proven=50000 found=CUSTOMER_FAULT:10");
        assertThat(ClaimCalculator.assess(standard, found).reason()).isEqualTo(Reason.NO_RULE);
        var indirect = FactsText.facts("kind=LOSS proven=50000 indirect=1");
        assertThat(ClaimCalculator.assess(standard, indirect).reason()).isEqualTo(Reason.NO_RULE);
    }

    @Test
    void largeAmountsAreWrittenInGroups() {
        assertThat(Fen.yuan(123_456_789)).isEqualTo("1,234,567.89 元");
        assertThat(Fen.yuan(-5)).isEqualTo("-0.05 元");
        assertThat(Fen.percent(125)).isEqualTo("12.5%");
        assertThat(Fen.percent(1_000)).isEqualTo("100%");
        assertThat(Fen.times(10_000)).isEqualTo("10");
        assertThat(Fen.times(2_500)).isEqualTo("2.5");
    }

    private static Assessment assess(String facts) {
        return ClaimCalculator.assess(Standards.DEFAULT, FactsText.facts(facts));
    }
}
