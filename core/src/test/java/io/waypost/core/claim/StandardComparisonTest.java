package io.waypost.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.claim.StandardComparison.OfKind;
import io.waypost.core.claim.StandardComparison.Past;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("L1 another version over past claims")
class StandardComparisonTest {

    @Test
    void sumsAndTellsWhoGainsAndWhoLoses() {
        var dearer = Standards.unproven(row -> new ClaimStandard.UnprovenRow(row.basis(),
                row.promiseFen() == null ? null : 50_000L, row.feePerMille(), row.feeMostFen(), false, false));
        var compared = StandardComparison.of(Standards.DEFAULT, dearer, List.of(
                past("gains", "kind=LOSS claimed=60000 nothing fee=1000"),
                past("loses", "kind=LOSS at=330000 claimed=60000 nothing fee=1000"),
                past("same", "kind=DELAY promised=2026-03-05T18:00 fee=1200"),
                past("untold", "kind=LOSS fee=1000")));
        assertThat(compared.cases()).extracting(StandardComparison.Compared::id).containsExactly("gains", "loses",
                "same", "untold");
        assertThat(compared.cases()).extracting(StandardComparison.Compared::differenceFen)
                .containsExactly(20_000L, -20_000L, 0L, 0L);
        assertThat(compared.beforeFen()).isEqualTo(31_000 + 31_000 + 1_200);
        assertThat(compared.afterFen()).isEqualTo(51_000 + 11_000 + 1_200);
        assertThat(List.of(compared.gain(), compared.lose(), compared.same(), compared.untold())).containsExactly(1, 1,
                1, 1);
        assertThat(compared.kinds()).containsExactly(new OfKind(ClaimKind.LOSS, 2, 62_000, 62_000),
                new OfKind(ClaimKind.DELAY, 1, 1_200, 1_200));
    }

    @Test
    void aStandardAgainstItselfChangesNothing() {
        var made = new ClaimGenerator(7);
        var past = IntStream.range(0, 300).mapToObj(i -> new Past("C" + i, made.likely())).toList();
        var compared = StandardComparison.of(Standards.DEFAULT, Standards.DEFAULT, past);
        assertThat(compared.afterFen()).isEqualTo(compared.beforeFen()).isPositive();
        assertThat(compared.gain() + compared.lose()).isZero();
        assertThat(compared.same() + compared.untold()).isEqualTo(300);
    }

    @Test
    void nothingComparedIsNothing() {
        assertThat(StandardComparison.of(Standards.DEFAULT, Standards.DEFAULT, List.of()))
                .isEqualTo(new StandardComparison(List.of(), 0, 0, 0, 0, 0, 0, List.of()));
    }

    private static Past past(String id, String facts) {
        return new Past(id, FactsText.facts(facts));
    }
}
