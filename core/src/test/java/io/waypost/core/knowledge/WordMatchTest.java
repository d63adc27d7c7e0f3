package io.waypost.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("B3 how far the words of a question stand in an article's questions")
class WordMatchTest {

    private static final List<List<String>> TEXTS = List.of(
            List.of("保价", "怎么", "收费"), List.of("没", "保价", "丢", "怎么", "赔"), List.of("驿站", "怎么", "取件"));

    private final WordMatch match = new WordMatch(TEXTS);

    @Test
    void theWholeQuestionIsOneAndNothingOfItNought() {
        var coverage = match.coverage(List.of("保价", "怎么", "收费"));
        assertThat(coverage[0]).isCloseTo(1, within(1e-9));
        assertThat(coverage[0]).isGreaterThan(coverage[1]);
        assertThat(match.coverage(List.of("飞机"))).containsOnly(0);
        assertThat(match.coverage(List.of())).containsOnly(0);
        assertThat(new WordMatch(List.of()).coverage(List.of("保价"))).isEmpty();
    }

    @Test
    void aWordThatFewHaveCountsMore() {
        var coverage = match.coverage(List.of("驿站", "怎么", "保价"));
        assertThat(coverage[2]).isGreaterThan(coverage[0]);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverBelowNoughtNorAboveOne(long seed) {
        var random = new Random(seed);
        var texts = new ArrayList<List<String>>();
        for (int text = 0; text < 30; text++) {
            texts.add(words(random, 1 + random.nextInt(8)));
        }
        var some = new WordMatch(texts);
        for (int round = 0; round < 50; round++) {
            for (double one : some.coverage(words(random, 1 + random.nextInt(6)))) {
                assertThat(one).as("seed %d", seed).isBetween(0.0, 1.0);
            }
        }
    }

    private static List<String> words(Random random, int many) {
        return random.ints(many, 0, 12).mapToObj(Integer::toString).toList();
    }

    @Test
    void alikeIsWhatBothHave() {
        assertThat(WordMatch.alike(List.of("a", "b"), List.of("a", "b"))).isEqualTo(1);
        assertThat(WordMatch.alike(List.of("a", "b"), List.of("b", "c"))).isEqualTo(0.5);
        assertThat(WordMatch.alike(List.of(), List.of())).isZero();
    }
}
