package io.waypost.core.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("O1 messages are counted and tried again by rule")
class NoticeRulesTest {

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
    void waitsGrowAndEnd() {
        assertThat(Retry.after(1, Duration.ZERO)).contains(Duration.ofSeconds(5));
        for (int attempts = 2; attempts <= 6; attempts++) {
            assertThat(Retry.after(attempts, Duration.ZERO).orElseThrow())
                    .isGreaterThan(Retry.after(attempts - 1, Duration.ZERO).orElseThrow());
        }
        assertThat(Retry.after(7, Duration.ZERO)).isEmpty();
    }

    @Test
    void theOtherSidesWishIsKept() {
        assertThat(Retry.after(1, Duration.ofMinutes(1))).contains(Duration.ofMinutes(1));
        assertThat(Retry.after(6, Duration.ofMinutes(1))).contains(Duration.ofHours(2));
        assertThatThrownBy(() -> Retry.after(0, Duration.ZERO)).hasMessageContaining("0");
    }
}
