package io.waypost.core.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("C3 how long a contact will probably wait")
class WaitEstimateTest {

    private static final int DRAWN = 100_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 30})
    @DisplayName("half of the waits are no longer than usual, and nine in ten no longer than mostly")
    void holdsAgainstDrawnWaits(int ahead) {
        var random = new Random(ahead);
        double[] waits = new double[DRAWN];
        for (int i = 0; i < DRAWN; i++) {
            for (int taken = 0; taken <= ahead; taken++) {
                waits[i] -= Math.log1p(-random.nextDouble()) * 36;
            }
        }
        Arrays.sort(waits);
        assertThat(WaitEstimate.of(ahead, 100)).hasValueSatisfying(estimate -> {
            assertThat(share(waits, estimate.usual())).isCloseTo(0.5, within(0.02));
            assertThat(share(waits, estimate.mostly())).isCloseTo(0.9, within(0.01));
        });
    }

    private static double share(double[] sorted, Duration wait) {
        int place = Arrays.binarySearch(sorted, (double) wait.toSeconds());
        return (double) (place < 0 ? -place - 1 : place) / sorted.length;
    }

    @Test
    @DisplayName("nothing is said where nobody becomes free")
    void unknown() {
        assertThat(WaitEstimate.of(3, 0)).isEmpty();
        assertThatThrownBy(() -> WaitEstimate.of(-1, 10)).hasMessageContaining("-1 contacts ahead");
    }
}
