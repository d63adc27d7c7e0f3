package io.waypost.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.tariff.AdviceOutcome.Sent;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B4 what became of an advice is seen in what was sent after it")
class AdviceOutcomeTest {

    @Test
    void countsWhatCanBeSeen() {
        var plain = new Sent("STANDARD", null);
        var insured = new Sent("标准快递", 80_000L);
        var fast = new Sent("express", 0L);
        var both = new Sent("特快", 1L);
        assertThat(of(List.of())).isEqualTo(AdviceOutcome.NOT_SENT);
        assertThat(of(List.of(plain))).isEqualTo(AdviceOutcome.NOT_TAKEN);
        assertThat(of(List.of(insured))).isEqualTo(AdviceOutcome.PARTLY);
        assertThat(of(List.of(fast))).isEqualTo(AdviceOutcome.PARTLY);
        assertThat(of(List.of(plain, both, fast))).isEqualTo(AdviceOutcome.TAKEN);
        assertThat(AdviceOutcome.of(true, null, null, List.of(insured))).isEqualTo(AdviceOutcome.TAKEN);
        assertThat(AdviceOutcome.of(false, "EXPRESS", "特快", List.of(insured))).isEqualTo(AdviceOutcome.NOT_TAKEN);
    }

    @Test
    void packingCannotBeSeen() {
        assertThat(AdviceOutcome.visible(new Advice("A", "书", "捆紧", false, null))).isFalse();
        assertThat(AdviceOutcome.visible(new Advice("A", "书", "捆紧", true, null))).isTrue();
        assertThat(AdviceOutcome.visible(new Advice("A", "书", "捆紧", false, "EXPRESS"))).isTrue();
    }

    private static AdviceOutcome of(List<Sent> sent) {
        return AdviceOutcome.of(true, "EXPRESS", "特快", sent);
    }
}
