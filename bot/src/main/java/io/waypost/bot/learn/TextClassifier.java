package io.waypost.bot.learn;

import io.waypost.bot.text.Grams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells texts apart by their meaning (a vector) and their letters and sounds (weighed grams), as learnt from examples. Immutable and safe for
 * threads. Without vectors it goes by letters and sounds alone: less well, on any machine.
 */
public final class TextClassifier {

    /** The vector is weighed against the grams: both are 1 long, and meaning says more. */
    private static final float MEANING = 6;
    private static final float LETTERS = 2;

    private final TermWeights weights;
    private final Logistic logistic;
    private final boolean meaning;

    private TextClassifier(TermWeights weights, Logistic logistic, boolean meaning) {
        this.weights = weights;
        this.logistic = logistic;
        this.meaning = meaning;
    }

    /**
     * An example.
     *
     * @param words as of {@link io.waypost.bot.text.Normaliser#words}
     * @param classes to which it belongs, in equal shares
     */
    public record Example(String words, List<Integer> classes) {}

    /**
     * Learns from examples.
     *
     * @param vectors of the examples' words, by their places; null to go by letters and sounds alone
     */
    public static TextClassifier learn(List<Example> examples, @Nullable List<float[]> vectors, int classes,
            int rounds) {
        var grams = new ArrayList<List<String>>();
        examples.forEach(example -> grams.add(Grams.of(example.words())));
        var weights = TermWeights.learn(grams);
        var labels = new float[examples.size()][classes];
        var dense = new float[examples.size()][];
        var terms = new Sparse[examples.size()];
        for (int i = 0; i < labels.length; i++) {
            for (int each : examples.get(i).classes()) {
                labels[i][each] = 1f / examples.get(i).classes().size();
            }
            dense[i] = vectors == null ? new float[0] : scaled(vectors.get(i));
            terms[i] = scaled(weights.weigh(grams.get(i)));
        }
        var logistic = Logistic.learn(dense, terms, labels, vectors == null ? 0 : vectors.getFirst().length,
                weights.size(), rounds);
        return new TextClassifier(weights, logistic, vectors != null);
    }

    /** The probability of each class; a vector is not looked at by one that was learnt without. */
    public double[] probabilities(String words, float @Nullable [] vector) {
        if (meaning && vector == null) {
            throw new IllegalArgumentException("This classifier was learnt with vectors and needs one.");
        }
        var dense = meaning && vector != null ? scaled(vector) : new float[0];
        return logistic.probabilities(dense, scaled(weights.weigh(Grams.of(words))));
    }

    /** Writes it, to be read by {@link #read}. */
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(meaning);
        weights.write(out);
        logistic.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static TextClassifier read(DataInput in) throws IOException {
        boolean meaning = in.readBoolean();
        return new TextClassifier(TermWeights.read(in), Logistic.read(in), meaning);
    }

    private static float[] scaled(float[] vector) {
        var scaled = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            scaled[i] = vector[i] * MEANING;
        }
        return scaled;
    }

    private static Sparse scaled(Sparse terms) {
        var scaled = new float[terms.values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = terms.values[i] * LETTERS;
        }
        return new Sparse(terms.places, scaled);
    }
}
