package io.waypost.core.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.outlet.AnswerRules.Decision;
import io.waypost.core.outlet.AnswerRules.Decision.Declined;
import io.waypost.core.outlet.AnswerRules.Decision.Granted;
import io.waypost.core.outlet.AnswerRules.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P6 what people may say about an abnormality")
class AnswerRulesTest {

    @Test
    void itIsTakenOnOnceAndNotWhenItIsOver() {
        assertThat(decide(AnswerState.OPEN, false, AnswerStep.ACKNOWLEDGE))
                .isEqualTo(new Granted(AnswerState.ACKNOWLEDGED));
        assertThat(decide(AnswerState.ACKNOWLEDGED, false, AnswerStep.ACKNOWLEDGE))
                .isEqualTo(new Declined(Reason.ALREADY_ACKNOWLEDGED));
        assertThat(decide(AnswerState.OPEN, true, AnswerStep.ACKNOWLEDGE))
                .isEqualTo(new Declined(Reason.ALREADY_OVER));
    }

    @Test
    void whyItWasCanStillBeSaidWhenItIsOver() {
        assertThat(decide(AnswerState.OPEN, true, AnswerStep.EXPLAIN)).isEqualTo(new Granted(AnswerState.EXPLAINED));
    }

    /** Every state, step and circumstance there is. */
    @Test
    void nobodySettlesTheirOwnNobodyWithoutWordsAndNothingFollowsWhatIsSettled() {
        for (var state : AnswerState.values()) {
            for (var step : AnswerStep.values()) {
                for (int bits = 0; bits < 8; bits++) {
                    boolean over = (bits & 1) != 0;
                    boolean byTheSite = (bits & 2) != 0;
                    boolean noted = (bits & 4) != 0;
                    var decision = AnswerRules.decide(state, over, step, byTheSite, noted);
                    assertThat(decision).isNotEqualTo(new Granted(AnswerState.OPEN));
                    assertThat(decision.equals(new Granted(AnswerState.SETTLED))).isEqualTo(
                            step == AnswerStep.SETTLE && state != AnswerState.SETTLED && !byTheSite && noted);
                    assertThat(decision.equals(new Declined(Reason.ALREADY_SETTLED)))
                            .isEqualTo(state == AnswerState.SETTLED);
                }
            }
        }
    }

    private static Decision decide(AnswerState state, boolean over, AnswerStep step) {
        return AnswerRules.decide(state, over, step, false, true);
    }
}
