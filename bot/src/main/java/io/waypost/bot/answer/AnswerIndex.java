package io.waypost.bot.answer;

import io.waypost.bot.encode.Encoder;
import io.waypost.bot.text.Normaliser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds answers by meaning, with a small bonus for words: {@code cosine + 0.1 * coverage}, the best question of an article counts. Looks at all:
 * ten thousand questions take about two milliseconds. Immutable and safe for threads; a new one is made when articles change.
 */
public final class AnswerIndex {

    private static final double BONUS = 0.1;

    private final List<String> ids = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();
    private final WordCoverage words;
    private final @Nullable Encoder encoder;

    /**
     * Makes an index; takes some milliseconds a question.
     *
     * @param encoder null where none runs: then words alone count
     */
    public AnswerIndex(List<AnswerText> answers, @Nullable Encoder encoder) {
        this.encoder = encoder;
        var plain = new ArrayList<String>();
        for (var answer : answers) {
            for (var question : answer.questions()) {
                ids.add(answer.id());
                questions.add(question);
                plain.add(Normaliser.plain(question));
            }
        }
        words = new WordCoverage(plain);
        if (encoder != null) {
            plain.forEach(each -> vectors.add(encoder.encode(Normaliser.words(each))));
        }
    }

    /** The best articles for a question, best first, each once. */
    public List<AnswerHit> find(String question, int most) {
        var plain = Normaliser.plain(question);
        var coverage = words.of(plain);
        float[] vector = encoder == null ? new float[0] : encoder.encode(Normaliser.words(plain));
        var best = new HashMap<String, AnswerHit>();
        for (int i = 0; i < coverage.length; i++) {
            double cosine = encoder == null ? 0 : Encoder.cosine(vector, vectors.get(i));
            double score = encoder == null ? coverage[i] : cosine + BONUS * coverage[i];
            var hit = new AnswerHit(ids.get(i), questions.get(i), cosine, coverage[i], score);
            best.merge(hit.id(), hit, (one, other) -> one.score() >= other.score() ? one : other);
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(AnswerHit::score).reversed().thenComparing(AnswerHit::id))
                .limit(most)
                .toList();
    }
}
