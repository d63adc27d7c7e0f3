package io.waypost.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.dialogue.Intent;
import io.waypost.core.dialogue.Mood;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("B1 B2 messages are understood")
class UnderstanderTest {

    @Test
    void understandsAWholeMessage() {
        var understood = TestBot.WHOLE.understand("我的快遞ＹＴ８８１２３４５６７８９０１想改到明天下午送");
        assertThat(understood.intent()).isEqualTo(Intent.CHANGE_TIME);
        assertThat(understood.slots().waybills()).containsExactly("YT8812345678901");
        assertThat(understood.slots().when().days()).isEqualTo(1);
        assertThat(understood.mood()).isEqualTo(Mood.CALM);
        assertThat(understood.wantsPerson()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"转人工", "别让机器人跟我说", "我要找人工客服！！", "rengong", "换人", "给我接个活人"})
    void hearsTheWishForAPerson(String text) {
        assertThat(TestBot.WHOLE.understand(text).wantsPerson()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"人工费多少", "你是机器人吗", "客服电话多少", "机器人玩具能寄吗", "不用转人工", "人工智能的书"})
    void hearsNoSuchWishInItsWords(String text) {
        assertThat(TestBot.WHOLE.understand(text).wantsPerson()).isFalse();
    }

    @Test
    void seesHarmAndThreatByWordsThatCanBeShown() {
        assertThat(TestBot.WHOLE.understand("东西丢了我不想活了").harm()).isTrue();
        assertThat(TestBot.WHOLE.understand("我要打12305投诉").threat()).isTrue();
        assertThat(TestBot.WHOLE.understand("我要打12305投诉").mood()).isEqualTo(Mood.SEVERE);
        assertThat(TestBot.WHOLE.understand("寄份材料到法院，地址怎么写").mood()).isEqualTo(Mood.CALM);
        assertThat(TestBot.WHOLE.understand("麻烦您了，谢谢！！").mood()).isEqualTo(Mood.CALM);
    }

    @Test
    void isTheSameAfterItWasWrittenAndRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        PackagedModel.load(TestBot.ENCODER).write(new DataOutputStream(bytes));
        var read = BotModel.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        var again = new Understander(read, TestBot.ENCODER);
        assertThat(again.understand("快递外壳裂了找谁")).isEqualTo(TestBot.WHOLE.understand("快递外壳裂了找谁"));
    }

    @Test
    void digitsInsideOfANumberAreNoThreat() {
        for (var number : List.of("YT0000051108186", "yt1605381106188", "YT6200123059917", "13812315110",
                "单号 773123450110012")) {
            assertThat(TestBot.WHOLE.understand(number)).as(number).satisfies(words -> {
                assertThat(words.threat()).isFalse();
                assertThat(words.mood()).isEqualTo(Mood.CALM);
            });
        }
        assertThat(TestBot.WHOLE.understand("再不送我打110了，也打12305").threat()).isTrue();
    }
}
