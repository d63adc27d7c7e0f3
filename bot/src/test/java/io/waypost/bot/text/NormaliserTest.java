package io.waypost.bot.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B1 whatever is typed is brought into one shape")
class NormaliserTest {

    @Test
    void makesWidthLettersAndCapitalsPlain() {
        assertThat(Normaliser.plain("  ＳＦ１２３　我的快遞\u200b到哪裡了？ ")).isEqualTo("sf123 我的快递到哪里了?");
    }

    @Test
    void putsOneSignForLongNumbersAndShortensRuns() {
        assertThat(Normaliser.words("sf1234567890123到哪了!!!!!!")).isEqualTo("№到哪了!!!");
        assertThat(Normaliser.words("7531 2345 6789 01在哪")).isEqualTo("№在哪");
        assertThat(Normaliser.words("等了3天")).isEqualTo("等了3天");
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(Normaliser.plain("啊".repeat(5_000))).hasSize(1_000);
    }

    @Test
    void hearsHomophones() {
        assertThat(Grams.of("块递")).contains("~kuaidi")
                .containsAll(Grams.of("快递").stream().filter(gram -> gram.startsWith("~")).toList());
        assertThat(Grams.of("知道")).contains("~zidao");
    }
}
