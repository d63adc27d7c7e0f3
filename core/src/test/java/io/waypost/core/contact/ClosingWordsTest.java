package io.waypost.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("C5 a thank-you after the end is no new contact, and anything else is one")
class ClosingWordsTest {

    private static final Instant END = Instant.parse("2026-11-30T02:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(10);

    @ParameterizedTest
    @ValueSource(strings = {"谢谢", "谢谢！", "好的", "好的，谢谢您", "好的谢谢你啦～", "嗯嗯", "知道了 辛苦了", "OK", "ok，谢谢", "Thanks",
            "Thank you so much!",
            "ＯＫ", "👍", "🙏🙏", "好的👌", "[强]", "谢谢[玫瑰]", "没有了，再见", "收到", "行", "那就先这样，谢谢", "好的谢谢客服，祝工作顺利"})
    @DisplayName("goodbye")
    void closes(String text) {
        assertThat(ClosingWords.closes(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"好的，我的件到哪了", "好的？", "谢谢，单号 YT6200000000017", "不好", "没收到", "还没收到", "不行", "不可以", "好慢",
            "谢谢你们弄丢了我的件", "可以退款吗", "1",
            "", "  ", "？", "。。。", "😡", "not ok", "ok but where is it", "it", "你", "你好", "好的，但是还没到", "那就投诉", "lookbook",
            "thanksgiving", "不满意", "不知道",
            "嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯"})
    @DisplayName("something is wanted")
    void asks(String text) {
        assertThat(ClosingWords.closes(text)).isFalse();
    }

    @Test
    @DisplayName("all that was written together, and only within the time")
    void within() {
        assertThat(ClosingWords.only(List.of("好的", "谢谢"), END, END.plusSeconds(599), WINDOW)).isTrue();
        assertThat(ClosingWords.only(List.of("好的", "谢谢"), END, END.plusSeconds(600), WINDOW)).isFalse();
        assertThat(ClosingWords.only(List.of("好的", "还有一件"), END, END.plusSeconds(5), WINDOW)).isFalse();
        assertThat(ClosingWords.only(List.of(), END, END.plusSeconds(5), WINDOW)).isFalse();
        assertThat(ClosingWords.only(List.of("谢谢"), END, END, Duration.ZERO)).isFalse();
    }
}
