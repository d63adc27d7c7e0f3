package io.waypost.app.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C1 what is too long for one message of WeChat goes in several, whole letters each and nothing lost")
class WechatTextTest {

    @Test
    void cutsAtTheEndOfASentenceWhereThereIsOne() {
        var sentence = "您的快件正在派送中，请您保持电话畅通。";
        var parts = WechatText.parts(sentence.repeat(60));
        assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> part.endsWith("。"));
        assertThat(String.join("", parts)).isEqualTo(sentence.repeat(60));
    }

    @Test
    void neverCutsALetterAndNeverIsTooLong() {
        for (var letter : new String[]{"a", "字", "😀"}) {
            var text = letter.repeat(3000);
            var parts = WechatText.parts(text);
            assertThat(String.join("", parts)).isEqualTo(text);
            assertThat(parts).allMatch(part -> part.getBytes(StandardCharsets.UTF_8).length <= WechatText.MOST_BYTES)
                    .allMatch(part -> part.codePoints().allMatch(point -> point == letter.codePointAt(0)));
        }
        assertThat(WechatText.parts("")).isEmpty();
        assertThat(WechatText.parts("好的。")).containsExactly("好的。");
    }

    @Test
    void anEndNearTheBeginningDoesNotMakeATinyMessage() {
        var parts = WechatText.parts("好。" + "字".repeat(1000));
        assertThat(parts.getFirst().length()).isGreaterThan(300);
    }
}
