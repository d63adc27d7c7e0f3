package io.waypost.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.bot.TestBot;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B3 answers are found by meaning and by words")
class AnswerIndexTest {

    private static final List<AnswerText> ANSWERS = List.of(
            new AnswerText("battery", List.of("锂电池能不能寄", "充电宝可以邮寄吗")),
            new AnswerText("hours", List.of("网点几点开门", "门店营业到几点")),
            new AnswerText("insure", List.of("保价怎么收费", "贵重物品要不要买保险")));

    @Test
    void findsByMeaning() {
        var hits = new AnswerIndex(ANSWERS, TestBot.ENCODER).find("移动电源给不给寄", 2);
        assertThat(hits).hasSize(2).extracting(AnswerHit::id).first().isEqualTo("battery");
        assertThat(hits.getFirst().cosine()).isGreaterThan(hits.get(1).cosine());
    }

    @Test
    void findsByWordsAlone() {
        assertThat(new AnswerIndex(ANSWERS, null).find("保价收多少", 1)).extracting(AnswerHit::id).containsExactly("insure");
        assertThat(new AnswerIndex(List.of(), null).find("保价", 3)).isEmpty();
    }
}
