package io.waypost.bot.intent;

import io.waypost.bot.encode.Encoder;
import io.waypost.bot.learn.TextClassifier;
import io.waypost.bot.learn.TextClassifier.Example;
import io.waypost.bot.text.Normaliser;
import io.waypost.core.dialogue.Guess;
import io.waypost.core.dialogue.Intent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What examples teach about intents. Immutable and safe for threads; a new one replaces it whole.
 *
 * <p>It holds two classifiers: one by meaning and letters, one by letters alone for machines on which the language model does not run.
 */
public final class IntentModel {

    private static final List<Intent> INTENTS = List.of(Intent.values());
    private static final int CLASSES = INTENTS.size();
    private static final int ROUNDS = 12;
    private static final double STEEP = 20;
    /** By letters alone there is no nearness: what is outside is a class of its own. */
    private static final int OUTSIDE = CLASSES;

    private final TextClassifier letters;
    private final @Nullable TextClassifier meaning;
    private final @Nullable TextClassifier border;
    private final @Nullable Gate gate;

    private IntentModel(TextClassifier letters, @Nullable TextClassifier meaning, @Nullable TextClassifier border,
            @Nullable Gate gate) {
        this.letters = letters;
        this.meaning = meaning;
        this.border = border;
        this.gate = gate;
    }

    /**
     * Learns; some seconds for some thousand examples.
     *
     * @param encoder null where none runs
     */
    public static IntentModel learn(List<IntentExample> examples, @Nullable Encoder encoder) {
        var texts = new ArrayList<Example>();
        var ours = new ArrayList<Example>();
        var sides = new ArrayList<Example>();
        for (var example : examples) {
            var words = words(example.text());
            var classes = example.intents().stream().map(INTENTS::indexOf).toList();
            texts.add(new Example(words, classes.isEmpty() ? List.of(OUTSIDE) : classes));
            sides.add(new Example(words, List.of(classes.isEmpty() ? 0 : 1)));
            if (!classes.isEmpty()) {
                ours.add(new Example(words, classes));
            }
        }
        var letters = TextClassifier.learn(texts, null, CLASSES + 1, ROUNDS);
        if (encoder == null) {
            return new IntentModel(letters, null, null, null);
        }
        var near = vectors(ours, encoder);
        var all = vectors(sides, encoder);
        var far = new ArrayList<float[]>();
        for (int i = 0; i < all.size(); i++) {
            if (sides.get(i).classes().getFirst() == 0) {
                far.add(all.get(i));
            }
        }
        return new IntentModel(letters, TextClassifier.learn(ours, near, CLASSES, ROUNDS),
                TextClassifier.learn(sides, all, 2, ROUNDS), new Gate(near, far));
    }

    /**
     * What a message may mean.
     *
     * @param plain as of {@link Normaliser#plain}
     * @param encoder null where none runs
     */
    public Guesses guess(String plain, @Nullable Encoder encoder) {
        var words = Normaliser.words(plain);
        if (encoder == null || meaning == null || border == null || gate == null) {
            var shares = letters.probabilities(words, null);
            double belonging = 1 - shares[OUTSIDE];
            return new Guesses(ranked(shares, belonging), belonging);
        }
        var vector = encoder.encode(words);
        double side = border.probabilities(words, vector)[1];
        return new Guesses(ranked(meaning.probabilities(words, vector), 1), belonging(gate.margin(vector), side));
    }

    /** Both judges' words as one: the nearness, brought to 0 to 1 by a slope, and the border's. */
    private static double belonging(double margin, double side) {
        double near = 1 / (1 + Math.exp(-STEEP * margin));
        return (near + side) / 2;
    }

    private static List<Guess> ranked(double[] shares, double all) {
        var guesses = new ArrayList<Guess>();
        for (int i = 0; i < CLASSES; i++) {
            guesses.add(new Guess(INTENTS.get(i), all == 0 ? 0 : shares[i] / all));
        }
        guesses.sort(Comparator.comparingDouble(Guess::probability).reversed());
        return guesses;
    }

    private static String words(String text) {
        return Normaliser.words(Normaliser.plain(text));
    }

    private static List<float[]> vectors(List<Example> examples, Encoder encoder) {
        return examples.stream().map(example -> encoder.encode(example.words())).toList();
    }

    /** Writes it, to be read by {@link #read}. */
    public void write(DataOutput out) throws IOException {
        letters.write(out);
        out.writeBoolean(meaning != null);
        if (meaning != null && border != null && gate != null) {
            meaning.write(out);
            border.write(out);
            gate.write(out);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static IntentModel read(DataInput in) throws IOException {
        var letters = TextClassifier.read(in);
        return in.readBoolean()
                ? new IntentModel(letters, TextClassifier.read(in), TextClassifier.read(in), Gate.read(in))
                : new IntentModel(letters, null, null, null);
    }
}
