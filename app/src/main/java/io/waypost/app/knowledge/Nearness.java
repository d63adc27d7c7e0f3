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
    /** The model once it works for those who search. */
    private volatile @Nullable Encoder loaded;

    Nearness(ObjectProvider<MeaningModel> models) {
        this.models = models;
    }

    /** Scores one question against all articles. Thread-safe. */
    interface Scorer {

        /** How near each article is, in the order in which they were given: the best of its sentences counts. */
        Scores of(String question);

        /** Whether the language model was there when it was made. */
        default boolean byMeaning() {
            return false;
        }
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

    /**
     * By meaning and words, where a model runs; takes seconds at first, and milliseconds for each sentence that is new.
     *
     * @param before what counted until now: what it has encoded is not encoded again; null for nothing
     */
    Scorer byMeaning(List<List<String>> articles, @Nullable Scorer before) {
        var words = byWords(articles);
        var model = model();
        if (model == null) {
            return words;
        }
        try {
            var vectors = new CarriedVectors(model, before instanceof Meant meant ? meant.vectors() : null);
            var index = new AnswerIndex(texts(articles), vectors);
            vectors.whole();
            loaded = model;
            return new Meant(index, vectors, words, articles.size());
        } catch (EncodingFailed failed) {
            LOG.warn("The knowledge base is searched by words alone: {}", failed.getMessage());
            return words;
        }
    }

    /** Whether a model runs here, though that scorer was made without it: it failed then, and may work now. */
    boolean mayDoBetter(Scorer scorer) {
        return !scorer.byMeaning() && model() != null;
    }

    private record Meant(AnswerIndex index, CarriedVectors vectors, Scorer words, int articles) implements Scorer {

        @Override
        public Scores of(String question) {
            try {
                return new Scores(scores(index, question, articles), AnswerConfidence.LEAST_BY_MEANING);
            } catch (EncodingFailed failed) {
                LOG.warn("A question was looked up by its words alone: {}", failed.getMessage());
                return words.of(question);
            }
        }

        @Override
        public boolean byMeaning() {
            return true;
        }
    }

    /** A question as others are compared with it. */
    static final class Meaning {

        private final String text;
        private final float @Nullable [] vector;

        private Meaning(String text, float @Nullable [] vector) {
            this.text = text;
            this.vector = vector;
        }
    }

    /** What a question means; by its words alone until the model was loaded here for those who search. */
    Meaning meaning(String text) {
        var model = loaded;
        try {
            return new Meaning(text,
                    model == null ? null : model.encode(Normaliser.words(Normaliser.plain(text))));
        } catch (EncodingFailed failed) {
            LOG.warn("A question is compared by its words alone: {}", failed.getMessage());
            return new Meaning(text, null);
        }
    }

    /** Whether two questions mean the same, so that one article would answer both. */
    static boolean alike(Meaning one, Meaning other) {
        if (one.vector != null && other.vector != null) {
            return Encoder.cosine(one.vector, other.vector) >= ALIKE_MEANING;
        }
        return OpenQuestion.alike(one.text, other.text) >= ALIKE_WORDS;
    }

    private @Nullable Encoder model() {
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
