package io.waypost.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("O1 short messages are counted as the carrier counts them")
class SmsLengthTest {

    @ParameterizedTest
    @CsvSource({"字,0,1", "字,1,1", "字,70,1", "字,71,2", "字,134,2", "字,135,3", "a,160,1", "a,161,2", "a,306,2", "a,307,3",
            "€,80,1", "€,81,2"})
    void aTextCountsAsSoManyMessages(String character, int times, int segments) {
        assertThat(SmsLength.segments(character.repeat(times))).isEqualTo(segments);
    }

    @Test
    void oneChineseCharacterMakesTheWholeTextChinese() {
        assertThat(SmsLength.segments("a".repeat(70) + "驿")).isEqualTo(2);
    }

    @Test
    void aLongTextIsCutAsItIsCountedAndNoCharacterIsCutInTwo() {
        var random = new java.util.Random(9);
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(300); j >= 0; j--) {
                text.append(random.nextInt(9) == 0 ? "😀" : "字");
            }
            var parts = SmsParts.of(text.toString());
            assertThat(String.join("", parts)).isEqualTo(text.toString());
            assertThat(parts).allSatisfy(part -> {
                assertThat(part.length()).isLessThanOrEqualTo(parts.size() == 1 ? 70 : 67);
                assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
            });
            assertThat(parts.size()).isBetween(SmsLength.segments(text.toString()),
                    SmsLength.segments(text.toString()) + 1);
        }
    }
}
