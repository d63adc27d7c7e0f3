package io.waypost.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("B3 what is kept of a question holds no numbers of anybody")
class OpenQuestionTest {

    @ParameterizedTest
    @CsvSource({"我电话13800138000没人打,我电话№没人打", "YT7531234567890到哪了,№到哪了", "１３８ ００１３ ８０００ 是我,№ 是我",
            "身份证44010619900101123X要传吗,身份证№要传吗", "发票寄到 a.b@example.com 行吗,发票寄到 ※ 行吗", "邮费12块贵不贵,邮费12块贵不贵"})
    void numbersAndAddressesAreTakenOut(String said, String kept) {
        assertThat(OpenQuestion.kept(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "？？", "13800138000", "123"})
    void whatHoldsNoWordsIsNoQuestion(String said) {
        assertThat(OpenQuestion.kept(said)).isEmpty();
    }

    @Test
    void alikeIsWhatBothHave() {
        assertThat(OpenQuestion.alike("能送吗", "能送吗？")).isEqualTo(1);
        assertThat(OpenQuestion.alike("无人机能送到阳台吗", "无人机能不能送到阳台")).isGreaterThan(0.6);
        assertThat(OpenQuestion.alike("可以开发票吗", "可以退款吗")).isLessThan(0.5);
        assertThat(OpenQuestion.alike("", "在")).isZero();
    }

    @Test
    void itIsShortAndInOneLine() {
        assertThat(OpenQuestion.kept("怎么\n\n赔 ".repeat(500))).hasSize(300).doesNotContain("\n");
        assertThat(OpenQuestion.kept("问".repeat(299) + "😀😀")).hasSize(299);
    }
}
