package io.waypost.app.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.bot.encode.CachedEncoder;
import io.waypost.bot.encode.Encoder;
import io.waypost.bot.encode.EncodingFailed;
import io.waypost.bot.encode.SentenceEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@DisplayName("B3 articles are found by meaning and by words, and by words alone where no model runs")
class NearnessTest {

    private static final Encoder ENCODER = new CachedEncoder(SentenceEncoder.load(Path.of("target", "native")), 2_000);
    private static final List<List<String>> ARTICLES = List.of(
            List.of("锂电池与带电产品寄递规定", "充电宝能不能寄"), List.of("保价服务与保价费率", "贵的东西要不要买保险"),
            List.of("取件码使用与找回", "取件码短信删了"));
    private static final String COLLOQUIAL = "移动电源给不给邮";

    private static Nearness with(MeaningModel model) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("model", model);
        return new Nearness(beans.getBeanProvider(MeaningModel.class));
    }

    private static int best(Nearness.Scores scores) {
        int best = 0;
        for (int at = 0; at < scores.each().size(); at++) {
            best = scores.each().get(at) > scores.each().get(best) ? at : best;
        }
        return scores.each().get(best) >= scores.least() ? best : -1;
    }

    /** A model that was loaded and does not run any more. */
    private static Encoder broken() {
        return new Encoder() {

            @Override
            public int size() {
                return 1;
            }

            @Override
            public float[] encode(String text) {
                throw new EncodingFailed("It does not run.", new IllegalStateException());
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    @Test
    void whatHasNoWordInCommonIsFoundByItsMeaning() {
        var nearness = with(() -> Optional.of(ENCODER));
        assertThat(best(nearness.byMeaning(ARTICLES).of(COLLOQUIAL))).isZero();
        assertThat(best(nearness.byWords(ARTICLES).of(COLLOQUIAL))).isEqualTo(-1);
        assertThat(best(nearness.byWords(ARTICLES).of("取件码删了"))).isEqualTo(2);
        assertThat(best(nearness.byMeaning(ARTICLES).of("世界杯谁赢了"))).isEqualTo(-1);
    }

    @Test
    void questionsThatMeanTheSameAreAlike() {
        var nearness = with(() -> Optional.of(ENCODER));
        assertThat(nearness.alike("能寄充电宝吗", "充电宝可以寄不")).isTrue();
        assertThat(nearness.alike("能寄充电宝吗", "能寄白酒吗")).isFalse();
    }

    @Test
    void wordsAloneCountWhereNoModelIsOrItFails() {
        for (var nearness : List.of(with(Optional::empty), with(() -> Optional.of(broken())),
                new Nearness(new StaticListableBeanFactory().getBeanProvider(MeaningModel.class)))) {
            assertThat(best(nearness.byMeaning(ARTICLES).of("取件码删了"))).isEqualTo(2);
            assertThat(nearness.alike("无人机能送到阳台吗", "无人机能不能送到阳台")).isTrue();
            assertThat(nearness.alike("能寄充电宝吗", "网点几点开门")).isFalse();
        }
    }
}
