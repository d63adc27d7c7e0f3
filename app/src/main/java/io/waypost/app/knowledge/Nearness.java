package io.waypost.app.knowledge;

import io.waypost.bot.answer.AnswerConfidence;
import io.waypost.bot.answer.AnswerHit;
import io.waypost.bot.answer.AnswerIndex;
import io.waypost.bot.answer.AnswerText;
import io.waypost.bot.encode.Encoder;
import io.waypost.bot.encode.EncodingFailed;
import io.waypost.bot.text.Normaliser;
import io.waypost.core.knowledge.OpenQuestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How near questions come to articles and to each other: by meaning and words where a language model runs, else by words alone. */
@Component
class Nearness {

    private static final double ALIKE_MEANING = 0.85;
    private static final double ALIKE_WORDS = 0.6;
    private static final Logger LOG = LoggerFactory.getLogger(Nearness.class);

    private final ObjectProvider<MeaningModel> models;

    Nearness(ObjectProvider<MeaningModel> models) {
        this.models = models;
    }

    /** Scores one question against all articles. Thread-safe. */
    interface Scorer {

        /** How near each article is, in the order in which they were given: the best of its sentences counts. */
        Scores of(String question);
    }

    /**
     * How near each article is.
     *
     * @param least below that an article is no answer
     */
    record Scores(List<Double> each, double least) {

        Scores {
            each = List.copyOf(each);
        }
    }

    /** By words alone; takes milliseconds. */
    Scorer byWords(List<List<String>> articles) {
        var index = new AnswerIndex(texts(articles), null);
        return question -> new Scores(scores(index, question, articles.size()), AnswerConfidence.LEAST_BY_WORDS);
    }

    /** By meaning and words, where a model runs; takes seconds at first, and milliseconds for each sentence that is new. */
    Scorer byMeaning(List<List<String>> articles) {
        var words = byWords(articles);
        var encoder = encoder();
        if (encoder == null) {
            return words;
        }
        try {
            var index = new AnswerIndex(texts(articles), encoder);
            return question -> {
                try {
                    return new Scores(scores(index, question, articles.size()), AnswerConfidence.LEAST_BY_MEANING);
                } catch (EncodingFailed failed) {
                    LOG.warn("A question was looked up by its words alone: {}", failed.getMessage());
                    return words.of(question);
                }
            };
        } catch (EncodingFailed failed) {
            LOG.warn("The knowledge base is searched by words alone: {}", failed.getMessage());
            return words;
        }
    }

    /** Whether two questions mean the same, so that one article would answer both. */
    boolean alike(String one, String other) {
        var encoder = encoder();
        if (encoder != null) {
            try {
                return Encoder.cosine(vector(encoder, one), vector(encoder, other)) >= ALIKE_MEANING;
            } catch (EncodingFailed failed) {
                LOG.warn("Questions were compared by their words alone: {}", failed.getMessage());
            }
        }
        return OpenQuestion.alike(one, other) >= ALIKE_WORDS;
    }

    private static float[] vector(Encoder encoder, String text) {
        return encoder.encode(Normaliser.words(Normaliser.plain(text)));
    }

    private @Nullable Encoder encoder() {
        var model = models.getIfAvailable();
        return model == null ? null : model.encoder().orElse(null);
    }

    private static List<AnswerText> texts(List<List<String>> articles) {
        var texts = new ArrayList<AnswerText>();
        for (int at = 0; at < articles.size(); at++) {
            texts.add(new AnswerText(Integer.toString(at), articles.get(at)));
        }
        return texts;
    }

    private static List<Double> scores(AnswerIndex index, String question, int articles) {
        var scores = new ArrayList<>(Collections.nCopies(articles, 0.0));
        for (AnswerHit hit : index.find(question, articles)) {
            scores.set(Integer.parseInt(hit.id()), hit.score());
        }
        return scores;
    }
}
