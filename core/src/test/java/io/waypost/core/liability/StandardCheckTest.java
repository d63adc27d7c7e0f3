package io.waypost.core.liability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("L6 a standard of liability names what is wrong with it, field by field")
class StandardCheckTest {

    private static final LiabilityStandard GOOD = DefaultStandard.of();

    @Test
    void theDefaultHasNoFlaws() {
        assertThat(StandardCheck.flaws(GOOD)).isEmpty();
        assertThat(GOOD.rules()).extracting(SplitRule::words).contains("100", "70+30", "70+20+10", "40+10/40+10",
                "70/30", "50/50");
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                wrong("version", "FORMAT", good -> new LiabilityStandard(" ", good.effectiveFrom(), good.terms(),
                        good.limits(), good.rules())),
                wrong("terms.evidence", "RANGE", good -> new LiabilityStandard(good.version(), good.effectiveFrom(),
                        new LiabilityTerms(Duration.ZERO, Duration.ofDays(2), Duration.ofDays(3)), good.limits(),
                        good.rules())),
                wrong("limits.toleranceGrams", "RANGE", good -> new LiabilityStandard(good.version(),
                        good.effectiveFrom(), good.terms(),
                        new LiabilityLimits(true, Duration.ofHours(2), good.limits().cutOff(), -1, 30,
                                Duration.ofDays(1), Duration.ofHours(12), Duration.ofDays(2),
                                Duration.ofDays(1)),
                        good.rules())),
                wrong("rules", "MISSING", good -> with(good, good.rules().subList(1, good.rules().size()))),
                wrong("rules[0].parts", "SUM", good -> first(good, part(LiableParty.HOLDER, 999))),
                wrong("rules[0].parts[0].perMille", "RANGE", good -> first(good, part(LiableParty.HOLDER, 1_001))),
                wrong("rules[0].parts[0].perMille", "RANGE", good -> first(good, part(LiableParty.HOLDER, 0))),
                wrong("rules[0].parts[0].party", "NO_SUCH_PARTY", good -> first(good, part(LiableParty.SENDER, 1_000))),
                wrong("rules[0].parts[1].duty", "TWICE",
                        good -> first(good, part(LiableParty.HOLDER, 500), part(LiableParty.HOLDER, 500))),
                wrong("rules[0].parts", "MISSING", StandardCheckTest::first),
                wrong("rules[0].source", "MISSING", good -> replaced(good,
                        new SplitRule(good.rules().getFirst().link(), LiabilityBasis.HELD,
                                List.of(part(LiableParty.HOLDER, 1_000)), " "))),
                wrong("rules[0].basis", "NO_SUCH_CASE", good -> replaced(good,
                        new SplitRule(BrokenLink.HUB_NOT_OUT, LiabilityBasis.TWO_LATE,
                                List.of(part(LiableParty.SENDER, 1_000)),
                                "B"))),
                wrong("rules[1].basis", "TWICE", good -> {
                    var rules = new ArrayList<>(good.rules());
                    rules.add(1, rules.getFirst());
                    return with(good, rules);
                }));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("flaws")
    void eachFlawIsNamedByItsField(String field, String code, LiabilityStandard standard) {
        assertThat(StandardCheck.flaws(standard)).as("%s", StandardCheck.flaws(standard))
                .anySatisfy(flaw -> assertThat(flaw).extracting(StandardFlaw::field, StandardFlaw::code)
                        .containsExactly(field, code));
    }

    private static Arguments wrong(String field, String code, UnaryOperator<LiabilityStandard> change) {
        return Arguments.of(field, code, change.apply(GOOD));
    }

    private static LiabilityStandard first(LiabilityStandard good, SplitPart... parts) {
        return replaced(good, new SplitRule(good.rules().getFirst().link(), LiabilityBasis.HELD, List.of(parts), "B"));
    }

    private static LiabilityStandard replaced(LiabilityStandard good, SplitRule first) {
        var rules = new ArrayList<>(good.rules());
        rules.set(0, first);
        return with(good, rules);
    }

    private static LiabilityStandard with(LiabilityStandard good, List<SplitRule> rules) {
        return new LiabilityStandard(good.version(), good.effectiveFrom(), good.terms(), good.limits(), rules);
    }

    private static SplitPart part(LiableParty party, int perMille) {
        return new SplitPart(party, Duty.UNIT, perMille);
    }
}
