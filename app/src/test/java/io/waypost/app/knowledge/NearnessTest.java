package io.waypost.app.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.bot.encode.CachedEncoder;
import io.waypost.bot.encode.Encoder;
import io.waypost.bot.encode.EncodingFailed;
import io.waypost.bot.encode.SentenceEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
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

    private static boolean alike(Nearness nearness, String one, String other) {
        return Nearness.alike(nearness.meaning(one), nearness.meaning(other));
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
        return encoder(_ -> {
            throw new EncodingFailed("It does not run.", new IllegalStateException());
        });
    }

    /** One model, whoever asks for it. */
    private static MeaningModel held(Function<String, float[]> model) {
        var one = Optional.of(encoder(model));
        return () -> one;
    }

    private static Encoder encoder(Function<String, float[]> model) {
        return new Encoder() {

            @Override
            public int size() {
                return 1;
            }

            @Override
            public float[] encode(String text) {
                return model.apply(text);
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
        assertThat(best(nearness.byMeaning(ARTICLES, null).of(COLLOQUIAL))).isZero();
        assertThat(best(nearness.byWords(ARTICLES).of(COLLOQUIAL))).isEqualTo(-1);
        assertThat(best(nearness.byWords(ARTICLES).of("取件码删了"))).isEqualTo(2);
        assertThat(best(nearness.byMeaning(ARTICLES, null).of("世界杯谁赢了"))).isEqualTo(-1);
    }

    @Test
    void questionsThatMeanTheSameAreAlike() {
        var nearness = with(() -> Optional.of(ENCODER));
        nearness.byMeaning(ARTICLES, null);
        assertThat(alike(nearness, "能寄充电宝吗", "充电宝可以寄不")).isTrue();
        assertThat(alike(nearness, "能寄充电宝吗", "能寄白酒吗")).isFalse();
    }

    @Test
    void wordsAloneCountWhereNoModelIsOrItFails() {
        for (var nearness : List.of(with(Optional::empty), with(() -> Optional.of(broken())),
                new Nearness(new StaticListableBeanFactory().getBeanProvider(MeaningModel.class)))) {
            assertThat(best(nearness.byMeaning(ARTICLES, null).of("取件码删了"))).isEqualTo(2);
            assertThat(alike(nearness, "无人机能送到阳台吗", "无人机能不能送到阳台")).isTrue();
            assertThat(alike(nearness, "能寄充电宝吗", "网点几点开门")).isFalse();
        }
    }

    @Test
    void whatTheEditionBeforeSaidIsNotEncodedAgain() {
        var encoded = new ArrayList<String>();
        var nearness = with(held(text -> {
            encoded.add(text);
            return ENCODER.encode(text);
        }));
        var first = nearness.byMeaning(ARTICLES, null);
        assertThat(encoded).hasSize(6);
        first.of(COLLOQUIAL);
        encoded.clear();
        var more = new ArrayList<>(ARTICLES);
        more.set(1, List.of("保价服务与保价费率", "保价收多少钱"));
        var second = nearness.byMeaning(more, first);
        assertThat(encoded).hasSize(1);
        assertThat(best(second.of("保价收多少钱呢"))).isEqualTo(1);
        encoded.clear();
        nearness.byMeaning(ARTICLES, second);
        assertThat(encoded).as("what was said before that alone is forgotten").hasSize(1);
        assertThat(nearness.mayDoBetter(second)).isFalse();
    }

    @Test
    void whatFailedIsWorthAnotherTryWhereAModelIs() {
        var works = new AtomicBoolean();
        var nearness = with(held(text -> {
            if (!works.get()) {
                throw new EncodingFailed("Not yet.", new IllegalStateException());
            }
            return ENCODER.encode(text);
        }));
        var failed = nearness.byMeaning(ARTICLES, null);
        assertThat(nearness.mayDoBetter(failed)).isTrue();
        works.set(true);
        assertThat(best(nearness.byMeaning(ARTICLES, failed).of(COLLOQUIAL))).isZero();
        assertThat(with(Optional::empty).mayDoBetter(failed)).as("without a model there is nothing to try").isFalse();
    }

    @Test
    void toCompareQuestionsAloneNoModelIsLoaded() {
        var nearness = with(() -> {
            throw new AssertionError("Nobody has searched.");
        });
        assertThat(alike(nearness, "无人机能送到阳台吗", "无人机能不能送到阳台")).isTrue();
    }
}
