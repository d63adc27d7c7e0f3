package io.waypost.simulator.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiceTest {

    @Test
    void theSameKeysGiveTheSameStreamAndOthersDoNot() {
        assertThat(Dice.of(1, 2, 3).bits()).isEqualTo(Dice.of(1, 2, 3).bits()).isNotEqualTo(Dice.of(1, 3, 2).bits());
    }

    @Test
    void drawsEvenlyAndNormally() {
        Dice dice = Dice.of(5);
        assertThat(DoubleStream.generate(dice::uniform).limit(20_000).average().orElseThrow()).isCloseTo(0.5,
                within(0.01));
        assertThat(DoubleStream.generate(dice::normal).limit(20_000).map(n -> n * n).average().orElseThrow())
                .isCloseTo(1, within(0.05));
        assertThat(DoubleStream.generate(() -> dice.whole(1, 6)).limit(6_000).distinct().sorted().toArray())
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void drawsByWeight() {
        Weighted<String> weighted = new Weighted<>(List.of("never", "rarely", "often"), item -> switch (item) {
            case "never" -> 0;
            case "rarely" -> 1;
            default -> 3;
        });
        Dice dice = Dice.of(6);
        List<String> drawn = Stream.generate(() -> weighted.draw(dice)).limit(4_000).toList();
        assertThat(drawn).doesNotContain("never");
        assertThat(drawn.stream().filter("rarely"::equals).count()).isBetween(900L, 1_100L);
    }
}
