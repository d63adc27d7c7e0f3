package io.waypost.core.triage;

import static io.waypost.core.triage.TriageCases.cases;
import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.triage.TriageCases.Case;
import io.waypost.core.triage.TriageDecision.Passed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T3 what holds for every matter, whatever the rules say")
class TriagePropertiesTest {

    private static final int CASES = 20_000;

    @Test
    void thereIsAlwaysOneOwnerAndTheSameCaseHasTheSameOne() {
        Set<Owner> met = new HashSet<>();
        cases(CASES).forEach(one -> {
            var decision = Triage.decide(one.facts(), one.rules());
            assertThat(decision.owner()).isNotNull();
            assertThat(decision.owner() == Owner.UNIT).isEqualTo(decision.unit() != null);
            assertThat(Triage.decide(one.facts(), one.rules())).isEqualTo(decision);
            met.add(decision.owner());
        });
        assertThat(met).as("the cases are rich enough").containsExactlyInAnyOrder(Owner.values());
    }

    @Test
    void theFirstThatAppliesDecidesAndWhatComesAfterItDoesNotMatter() {
        cases(CASES).forEach(one -> {
            var decision = Triage.decide(one.facts(), one.rules());
            var deciding = deciding(one, decision);
            deciding.ifPresent(at -> {
                var upTo = one.rules().subList(0, at + 1);
                assertThat(Triage.decide(one.facts(), upTo)).isEqualTo(decision);
                var then = one.rules().get(at).then();
                assertThat(decision.owner()).isEqualTo(then.owner());
                assertThat(decision.unit()).isEqualTo(then.unit());
                assertThat(decision.role()).isEqualTo(then.role());
                // Taken out, it is a later rule's turn, or nobody's.
                var without = new ArrayList<>(one.rules());
                without.remove((int) at);
                assertThat(Triage.decide(one.facts(), without).why().rule())
                        .isNotEqualTo(decision.why().rule());
            });
            if (deciding.isEmpty()) {
                assertThat(decision.owner()).isEqualTo(Owner.AS_PROCEDURE);
            }
        });
    }

    @Test
    void aRuleThatDoesNotApplyChangesNothing() {
        var added = new int[1];
        cases(CASES).forEach(one -> {
            var decision = Triage.decide(one.facts(), one.rules());
            var other = TriageCases.rule(one.facts().hashCode());
            var alone = Triage.decide(decision.urgent() == null ? one.facts() : one.facts().raised(), List.of(other));
            if (alone.why().rule() == null && alone.urgent() == null) {
                var more = new ArrayList<TriageRule>(one.rules());
                more.add(Math.floorMod(one.facts().text().length(), more.size() + 1), other);
                // What is urgent only from some rule on is asked of it with both answers.
                var calm = Triage.decide(one.facts(), List.of(other));
                if (calm.why().rule() == null && calm.urgent() == null) {
                    added[0]++;
                    var with = Triage.decide(one.facts(), more);
                    assertThat(with.owner()).isEqualTo(decision.owner());
                    assertThat(with.unit()).isEqualTo(decision.unit());
                    assertThat(with.urgent()).isEqualTo(decision.urgent());
                    assertThat(with.why().rule()).isEqualTo(decision.why().rule());
                    assertThat(with.why().because()).isEqualTo(decision.why().because());
                }
            }
        });
        assertThat(added[0]).as("the cases are rich enough").isGreaterThan(CASES / 4);
    }

    @Test
    void theExplanationSaysWhatWasDecided() {
        cases(CASES).forEach(one -> {
            var decision = Triage.decide(one.facts(), one.rules());
            var why = decision.why();
            assertThat(why.because()).allMatch(Finding::holds);
            assertThat(why.before()).noneMatch(passed -> passed.failed().holds());
            assertThat(why.raised() == null).isEqualTo(decision.urgent() == null);
            if (why.raised() != null) {
                assertThat(one.facts().urgent()).isFalse();
                assertThat(why.raised().because()).allMatch(Finding::holds);
            }
            // Every active rule up to the deciding one is told of exactly once, in order.
            var told = why.before().stream().map(Passed::rule).toList();
            int end = deciding(one, decision).orElse(one.rules().size());
            var asked = one.rules().subList(0, end).stream().filter(TriageRule::active).map(TriageRule::id)
                    .filter(id -> why.raised() == null || !id.equals(why.raised().rule())).toList();
            assertThat(told).isEqualTo(asked);
        });
    }

    private static Optional<Integer> deciding(Case one, TriageDecision decision) {
        for (int i = 0; i < one.rules().size(); i++) {
            if (one.rules().get(i).id().equals(decision.why().rule())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
