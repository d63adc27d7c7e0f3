package io.waypost.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.claim.ClaimStandard.Circumstance;
import io.waypost.core.claim.ClaimStandard.CountsRow;
import io.waypost.core.claim.ClaimStandard.Effect;
import io.waypost.core.claim.ClaimStandard.EvidenceRow;
import io.waypost.core.claim.ClaimStandard.ExclusionRow;
import io.waypost.core.claim.ClaimStandard.Fee;
import io.waypost.core.claim.ClaimStandard.InsuredRow;
import io.waypost.core.claim.ClaimStandard.ProvenRow;
import io.waypost.core.claim.ClaimStandard.RefundRow;
import io.waypost.core.claim.ClaimStandard.TimeFor;
import io.waypost.core.claim.ClaimStandard.TimeRow;
import io.waypost.core.claim.ClaimStandard.TotalDelayRow;
import io.waypost.core.claim.ClaimStandard.UnprovenRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("L1 standards that may not come into force")
class ClaimStandardCheckTest {

    private static final ClaimStandard GOOD = DefaultClaimStandard.standard();

    @Test
    void anEmptyOneLacksEverything() {
        var empty = new ClaimStandard("", "", null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        assertThat(named(empty)).containsExactly("version FORMAT", "name LENGTH", "from MISSING");
        assertThat(named(empty(LocalDate.of(2026, 1, 1)))).contains("insured NO_FALLBACK", "proven NO_FALLBACK",
                "unproven NO_FALLBACK", "parts NO_FALLBACK", "counting NO_FALLBACK", "totalDelays NO_FALLBACK",
                "refunds NO_FALLBACK", "exclusions NO_FALLBACK", "contracts NO_FALLBACK", "timesToClaim NO_FALLBACK",
                "evidence NO_FALLBACK", "rounding NO_FALLBACK");
    }

    @Test
    void aBasisNamesWhereItIsWrong() {
        var wrong = new Basis("Refund!", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 1), "990000", Grade.A, "", "");
        assertThat(named(insured(new InsuredRow(wrong, true)))).contains("insured[3].basis.id FORMAT",
                "insured[3].basis.to SPAN", "insured[3].basis.jurisdiction UNKNOWN", "insured[3].basis.source LENGTH",
                "insured[3].basis.article LENGTH");
        assertThat(named(insured(new InsuredRow(row("part", "110000", "2026-01-01", null), true))))
                .containsExactly("parts[0].basis.id TWICE");
        assertThat(named(insured(new InsuredRow(row("more", "110000", null, null), true))))
                .containsExactly("insured[3].basis.from MISSING");
    }

    @Test
    void rowsForTheSameMayNotOverlap() {
        assertThat(named(insured(new InsuredRow(row("more", "*", "2025-05-31", "2025-05-31"), true))))
                .containsExactly("insured[3].basis.from OVERLAP");
        assertThat(named(insured(new InsuredRow(row("more", "*", "2020-01-01", "2020-12-31"), true)))).isEmpty();
        assertThat(named(insured(new InsuredRow(row("more", "440000", "2021-01-01", null), true)))).isEmpty();
        assertThat(named(refunds(new RefundRow(row("more", "*", "2026-01-01", null), Fee.PROMISE,
                List.of(ClaimKind.DELAY), 1_000)))).as("the same fee twice")
                .containsExactly("refunds[4].basis.from OVERLAP");
    }

    @Test
    void aGapIsNamedWithItsFirstDay() {
        var rows = Stream.concat(GOOD.insured().stream().filter(one -> !one.basis().id().equals("insured.2025")),
                Stream.of(new InsuredRow(row("insured.later", "*", "2025-06-03", null), true))).toList();
        assertThat(ClaimStandardCheck.flaws(withInsured(rows))).singleElement().satisfies(flaw -> {
            assertThat(flaw.field()).isEqualTo("insured");
            assertThat(flaw.code()).isEqualTo("NO_FALLBACK");
            assertThat(flaw.message()).contains("2025-06-01");
        });
    }

    @Test
    void aProvincesRowIsNoFallback() {
        var rows = GOOD.insured().stream().filter(one -> !one.basis().everywhere()).toList();
        assertThat(named(withInsured(rows))).containsExactly("insured NO_FALLBACK");
    }

    @Test
    void aCapBelowThePromiseIsNamed() {
        assertThat(named(Standards.capped(29_999L, null, true))).containsExactly("proven[0].capFen CAP_BELOW_PROMISE",
                "proven[1].capFen CAP_BELOW_PROMISE");
        assertThat(named(Standards.capped(null, 3_000L, true))).containsExactly("proven[0].capFen CAP_BELOW_PROMISE",
                "proven[1].capFen CAP_BELOW_PROMISE");
        assertThat(named(Standards.capped(30_000L, null, true))).isEmpty();
        assertThat(named(Standards.capped(null, null, true))).contains("proven[0].prompted NO_CAP");
        assertThat(named(Standards.capped(-1L, null, false))).contains("proven[0].capFen NEGATIVE");
        assertThat(named(Standards.proven(one -> new ProvenRow(one.basis(), null, 1_000_001L, false))))
                .contains("proven[0].capFeePerMille OUT_OF_RANGE");
    }

    @Test
    void anUnprovenValueNeedsSomethingToPay() {
        assertThat(named(Standards.unproven(one -> new UnprovenRow(one.basis(), null, null, 80_000L, false, true))))
                .containsExactly("unproven[0].promiseFen MISSING", "unproven[0].feeMostFen NO_MULTIPLE",
                        "unproven[0].everywhereToo PROVINCE_ONLY", "unproven[1].promiseFen MISSING",
                        "unproven[1].feeMostFen NO_MULTIPLE");
    }

    @Test
    void parametersHaveBounds() {
        var nowhere = row("more", "110000", "2026-01-01", null);
        assertThat(named(refunds(new RefundRow(nowhere, null, List.of(), 1_001)))).containsExactly(
                "refunds[4].fee MISSING", "refunds[4].perMille OUT_OF_RANGE", "refunds[4].kinds MISSING");
        assertThat(flaws(new ClaimRowCheck(other(List.of(new CountsRow(nowhere, null, null),
                new CountsRow(nowhere, Circumstance.LOST_BY_DELAY, ClaimKind.DELAY)),
                List.of(new TotalDelayRow(nowhere, null, 0)),
                List.of(new ExclusionRow(nowhere, Exclusion.INDIRECT_LOSS, Effect.WHOLLY, List.of(), true, List.of(),
                        false), new ExclusionRow(nowhere, null, Effect.NOT_COUNTED, List.of(), true, List.of(), false)),
                List.of(new TimeRow(nowhere, TimeFor.CLAIM, 11, ""), new TimeRow(nowhere, null, 121, "x")),
                List.of(new EvidenceRow(nowhere, null, List.of(), ClaimStandard.Protection.ANY, -1, List.of()))))
                .flaws())).containsExactly("counting[0].circumstance MISSING", "counting[1].counts KIND",
                        "totalDelays[0].distance MISSING", "totalDelays[0].days OUT_OF_RANGE",
                        "exclusions[0].effect EFFECT", "exclusions[1].exclusion MISSING", "exclusions[1].effect EFFECT",
                        "timesToClaim[0].months OUT_OF_RANGE", "timesToClaim[0].mayDecide LENGTH",
                        "timesToClaim[1].use MISSING", "timesToClaim[1].months OUT_OF_RANGE",
                        "evidence[0].stage MISSING", "evidence[0].aboveFen NEGATIVE", "evidence[0].anyOf MISSING");
    }

    @Test
    void whatWasNeverWrittenReadsAsMissing() {
        // What comes from outside may leave anything out, whatever the types say.
        var row = new InsuredRow(unwritten(), true);
        assertThat(named(insured(row))).contains("insured[3].basis.id FORMAT", "insured[3].basis.from MISSING",
                "insured[3].basis.jurisdiction UNKNOWN");
    }

    @SuppressWarnings("NullAway")
    private static Basis unwritten() {
        return null;
    }

    private static List<String> named(ClaimStandard standard) {
        return flaws(ClaimStandardCheck.flaws(standard));
    }

    private static List<String> flaws(List<ClaimFlaw> flaws) {
        return flaws.stream().map(flaw -> flaw.field() + " " + flaw.code()).toList();
    }

    private static Basis row(String id, String jurisdiction, @Nullable String from, @Nullable String to) {
        return new Basis(id, from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to),
                jurisdiction, Grade.C, "试", "试");
    }

    private static ClaimStandard insured(InsuredRow more) {
        var rows = new ArrayList<>(GOOD.insured());
        rows.add(more);
        return withInsured(rows);
    }

    private static ClaimStandard withInsured(List<InsuredRow> rows) {
        return new ClaimStandard("T", "试", GOOD.from(), rows, GOOD.proven(), GOOD.unproven(), GOOD.parts(),
                GOOD.counting(), GOOD.totalDelays(), GOOD.refunds(), GOOD.exclusions(), GOOD.contracts(),
                GOOD.timesToClaim(), GOOD.evidence(), GOOD.rounding());
    }

    private static ClaimStandard refunds(RefundRow more) {
        var rows = new ArrayList<>(GOOD.refunds());
        rows.add(more);
        return new ClaimStandard("T", "试", GOOD.from(), GOOD.insured(), GOOD.proven(), GOOD.unproven(), GOOD.parts(),
                GOOD.counting(), GOOD.totalDelays(), rows, GOOD.exclusions(), GOOD.contracts(), GOOD.timesToClaim(),
                GOOD.evidence(), GOOD.rounding());
    }

    private static ClaimStandard other(List<CountsRow> counting, List<TotalDelayRow> totalDelays,
            List<ExclusionRow> exclusions, List<TimeRow> times, List<EvidenceRow> evidence) {
        return new ClaimStandard("T", "试", GOOD.from(), List.of(), List.of(), List.of(), List.of(), counting,
                totalDelays, List.of(), exclusions, List.of(), times, evidence, List.of());
    }

    private static ClaimStandard empty(LocalDate from) {
        return new ClaimStandard("T", "试", from, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
