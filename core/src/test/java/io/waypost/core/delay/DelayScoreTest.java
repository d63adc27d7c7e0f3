package io.waypost.core.delay;

import static io.waypost.core.delay.DelayFixture.FAR;
import static io.waypost.core.delay.DelayFixture.atHub;
import static io.waypost.core.delay.DelayFixture.hour;
import static io.waypost.core.delay.DelayFixture.pickedUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waypost.core.delay.DelayBacktest.Known;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P4 Forecasts are measured, and a worse one is not taken")
class DelayScoreTest {

    @Test
    void aurocCountsPairsInOrderAndTiesHalf() {
        var random = new Random(3);
        var score = new DelayScore();
        var risks = new double[200];
        var missed = new boolean[200];
        for (int i = 0; i < risks.length; i++) {
            risks[i] = random.nextInt(12) / 12.0;
            missed[i] = random.nextDouble() < risks[i];
            score.add(risks[i], missed[i]);
        }
        double pairs = 0;
        double right = 0;
        for (int i = 0; i < risks.length; i++) {
            for (int j = 0; j < risks.length; j++) {
                if (missed[i] && !missed[j]) {
                    pairs++;
                    right += risks[i] > risks[j] ? 1 : risks[i] == risks[j] ? 0.5 : 0;
                }
            }
        }
        assertThat(score.auroc()).isCloseTo(right / pairs, within(1e-9));
    }

    @Test
    void countsWarningsAndTenths() {
        var score = new DelayScore();
        score.add(0.95, true);
        score.add(0.95, false);
        score.add(0.05, true);
        score.add(1.0, true);
        assertThat(score.at(0.5)).isEqualTo(new DelayScore.Warned(2, 1, 1));
        assertThat(score.at(0.5).precision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(score.calibration().getLast().cases()).isEqualTo(3);
        assertThat(score.calibration().getFirst().happened()).isEqualTo(1);
    }

    @Test
    void whatIsNotDeliveredYetCountsAsWaitingAndNotAsLate() {
        var counts = new RemainingCounts();
        for (int i = 0; i < 50; i++) {
            counts.delivered(10.5);
            counts.unfinished(2.5);
        }
        assertThat(counts.curve().after(9)).isEqualTo(1);
        assertThat(counts.curve().after(12)).isZero();
    }

    @Test
    void onlyWhatWasKnownThenIsUsedAndAWorseModelIsRefused() {
        var good = new DelayBacktest(DelayFixture.model(3_000, 5));
        var blind = new DelayBacktest(new DelayModel(2, DelayFixture.MONDAY, java.util.Map.of()));
        var random = new Random(8);
        for (int i = 0; i < 400; i++) {
            boolean slow = random.nextInt(3) == 0;
            double hub = slow ? 55 : 18;
            var known = List.of(new Known(pickedUp(FAR, 1), hour(1)), new Known(atHub(FAR, hub), hour(hub)));
            for (var test : List.of(good, blind)) {
                test.add(known, hour(75), hour(slow ? 98 : 66));
            }
        }
        assertThat(good.model(24).auroc()).isGreaterThan(0.95);
        assertThat(good.noWorseThan(blind)).isTrue();
        assertThat(blind.noWorseThan(good)).isFalse();
        assertThat(good.betterThanNaive()).isTrue();
    }
}
