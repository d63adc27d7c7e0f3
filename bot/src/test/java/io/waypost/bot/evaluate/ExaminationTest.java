package io.waypost.bot.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.bot.PackagedModel;
import io.waypost.bot.TestBot;
import io.waypost.bot.Understander;
import io.waypost.bot.answer.AnswerIndex;
import io.waypost.bot.intent.PackagedExamples;
import io.waypost.bot.text.Normaliser;
import io.waypost.core.dialogue.Understanding;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B1 the bot passes its examination on what it never saw")
class ExaminationTest {

    private final Papers papers = new Papers("heldout");

    @Test
    void knowsWhatIsWanted() {
        var scores = IntentScores.of(papers.lines("intents.tsv"), TestBot.WHOLE::understand);
        assertThat(scores.first().value()).isGreaterThan(0.90);
        assertThat(scores.two().value()).isGreaterThan(0.96);
        assertThat(scores.surest().value()).isGreaterThan(0.95);
    }

    @Test
    void knowsWhatIsNoneOfItsBusiness() {
        var ours = papers.lines("intents.tsv").stream().map(line -> TestBot.WHOLE.understand(line[1]).belonging())
                .toList();
        assertThat(Ranking.area(ours, outside("far"))).isGreaterThan(0.97);
        assertThat(Ranking.area(ours, outside("near"))).isGreaterThan(0.92);
    }

    @Test
    void readsWhatIsNamed() {
        assertThat(SlotScores.of(papers.lines("slots.tsv"), text -> TestBot.WHOLE.understand(text).slots()).f1())
                .isGreaterThan(0.95);
    }

    @Test
    void leadsWholeTalksToTheirEndAndDoesNothingUnwanted() {
        var scores = TalkScores.of(TalkPaper.read("examination/heldout/talks.txt"), TestBot.WHOLE,
                new AnswerIndex(FaqScores.articles(), TestBot.ENCODER));
        assertThat(scores.actions()).isZero();
        assertThat(scores.right().value()).isGreaterThan(0.8);
    }

    @Test
    void worksWithoutTheLanguageModelAndSaysSo() {
        var letters = new Understander(PackagedModel.load(null), null);
        assertThat(letters.degraded()).isTrue();
        assertThat(TestBot.WHOLE.degraded()).isFalse();
        assertThat(IntentScores.of(papers.lines("intents.tsv"), letters::understand).first().value())
                .isGreaterThan(0.85);
    }

    @Test
    void isNeverAskedWhatItWasTaught() {
        var taught = new HashSet<String>();
        PackagedExamples.all().forEach(example -> taught.add(Normaliser.plain(example.text())));
        assertThat(papers.lines("intents.tsv")).noneMatch(line -> taught.contains(Normaliser.plain(line[1])));
        assertThat(papers.lines("outside.tsv")).noneMatch(line -> taught.contains(Normaliser.plain(line[1])));
    }

    private List<Double> outside(String kind) {
        return papers.lines("outside.tsv").stream().filter(line -> line[0].equals(kind))
                .map(line -> TestBot.WHOLE.understand(line[1])).map(Understanding::belonging).toList();
    }
}
