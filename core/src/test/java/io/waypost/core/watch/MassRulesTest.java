package io.waypost.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("P8 Many silent parcels of one place are one event")
class MassRulesTest {

    private final MassRules rules = MassRules.defaults();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @Test
    void aPlaceIsMeasuredByItsOwnParcelsBetweenTwoBounds() {
        assertThat(rules.threshold(0)).isEqualTo(20);
        assertThat(rules.threshold(400)).isEqualTo(20);
        assertThat(rules.threshold(401)).isEqualTo(21);
        assertThat(rules.threshold(2_000)).isEqualTo(100);
        assertThat(rules.threshold(40_000)).isEqualTo(200);
        assertThat(rules.begins(19, 10)).isFalse();
        assertThat(rules.begins(20, 10)).isTrue();
    }

    @Test
    void everyRuleOfResponsibilityHasExactlyOneCause() {
        for (var rule : Responsibility.Rule.values()) {
            assertThat(Arrays.stream(MassCause.values()).filter(cause -> cause.rules().contains(rule)))
                    .containsExactly(MassCause.of(rule));
        }
    }

    @Test
    void refusesWhatCouldNeverBeginOrWouldEndAtOnce() {
        var window = Duration.ofHours(6);
        assertThatThrownBy(() -> new MassRules(1, 200, 0.05, window, 0.2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MassRules(20, 19, 0.05, window, 0.2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MassRules(20, 200, 0, window, 0.2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MassRules(20, 200, 0.05, window, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MassRules(20, 200, 0.05, Duration.ZERO, 0.2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreParcelsNeverMakeItLessOfAnEventAndALargerPlaceNeverMore(long seed) {
        var random = new Random(seed);
        long silent = random.nextLong(400);
        long underWay = random.nextLong(10_000);
        if (rules.begins(silent, underWay)) {
            assertThat(rules.begins(silent + 1, underWay)).as("seed %d", seed).isTrue();
            assertThat(rules.begins(silent, random.nextLong(underWay + 1))).as("seed %d", seed).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverEndsWhereItBeginsNorWhileMoreFallSilentThanMove(long seed) {
        var random = new Random(seed);
        long joined = rules.threshold(random.nextLong(10_000));
        long standing = joined;
        assertThat(rules.ends(standing, joined)).as("seed %d", seed).isFalse();
        for (int step = 0; step < 500; step++) {
            joined++;
            standing++;
            standing -= random.nextInt(2);
            assertThat(rules.ends(standing, joined)).as("seed %d", seed).isFalse();
        }
        while (standing > 0) {
            standing--;
        }
        assertThat(rules.ends(standing, joined)).as("seed %d", seed).isTrue();
    }
}
