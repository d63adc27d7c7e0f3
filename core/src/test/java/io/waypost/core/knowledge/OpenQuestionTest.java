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
            "身份证44010619900101123X要传吗,身份证№要传吗", "发票寄到 a.b@example.com 行吗,发票寄到 ※ 行吗", "邮费12块贵不贵,邮费12块贵不贵",
            "我电话138.0013.8000没人打,我电话№没人打", "打138—0013—8000,打№", "打 138/0013/8000 吧,打 № 吧",
            "座机（020）8123-4567没人接,座机(№没人接", "我手机一三八零零一三八零零零,我手机№",
            "电话是幺三八 零零幺三 八零零零,电话是№", "手机1三8零零1三8零零零打不通,手机№打不通",
            "壹叁捌零零壹叁捌零零零是我的,№是我的", "打一三八、零零一三、八零零零吧,打№吧", "赔一千二百五十块行不行,赔一千二百五十块行不行",
            "三五天能到吗,三五天能到吗", "一二三线城市都送吗,一二三线城市都送吗", "寄3.5公斤到广州多少钱,寄3.5公斤到广州多少钱"})
    void numbersAndAddressesAreTakenOut(String said, String kept) {
        assertThat(OpenQuestion.kept(said)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "？？", "13800138000", "一三八零零一三八零零零", "123"})
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
