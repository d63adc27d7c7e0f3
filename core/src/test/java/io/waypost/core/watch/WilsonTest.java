package io.waypost.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("P8 How sure a measured precision is")
class WilsonTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    /** The examples are those that R's prop.test(correct = FALSE) gives. */
    @Test
    void agreesWithKnownIntervals() {
        is(Wilson.of(15, 20), 0.5313, 0.8881);
        is(Wilson.of(3, 3), 0.4385, 1);
        is(Wilson.of(0, 10), 0, 0.2775);
        is(Wilson.of(970, 1000), 0.9575, 0.9789);
    }

    @Test
    void nothingJudgedSaysNothing() {
        assertThat(Wilson.of(0, 0)).isEqualTo(new Wilson(0, 1));
        assertThatThrownBy(() -> Wilson.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Wilson.of(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsTheMeasuredShareAndStaysWithinBounds(long seed) {
        var random = new Random(seed);
        long judged = 1 + random.nextLong(1_000_000);
        long right = random.nextLong(judged + 1);
        var interval = Wilson.of(right, judged);
        double share = right / (double) judged;
        assertThat(interval.low()).as("seed %d", seed).isBetween(0.0, share);
        assertThat(interval.high()).as("seed %d", seed).isBetween(share, 1.0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheMirrorOfTheWrongOnesAndNarrowerWithMore(long seed) {
        var random = new Random(seed);
        long judged = 1 + random.nextLong(10_000);
        long right = random.nextLong(judged + 1);
        var interval = Wilson.of(right, judged);
        var mirror = Wilson.of(judged - right, judged);
        assertThat(mirror.low()).as("seed %d", seed).isCloseTo(1 - interval.high(), within(1e-12));
        var more = Wilson.of(right * 4, judged * 4);
        assertThat(more.high() - more.low()).as("seed %d", seed).isLessThan(interval.high() - interval.low());
    }

    /** The promise itself: of many samples, about nineteen in twenty intervals hold the true share. */
    @Test
    void holdsTheTruthNineteenTimesOfTwenty() {
        var random = new Random(7);
        int held = 0;
        for (int sample = 0; sample < 4000; sample++) {
            double truth = 0.8 + random.nextDouble() * 0.19;
            int judged = 50 + random.nextInt(400);
            long right = random.doubles(judged).filter(drawn -> drawn < truth).count();
            var interval = Wilson.of(right, judged);
            held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
        }
        assertThat(held / 4000.0).isBetween(0.935, 0.97);
    }

    private static void is(Wilson interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(0.0001));
        assertThat(interval.high()).isCloseTo(high, within(0.0001));
    }
}
