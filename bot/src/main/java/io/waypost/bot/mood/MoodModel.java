package io.waypost.bot.mood;

import io.waypost.bot.Packaged;
import io.waypost.bot.encode.Encoder;
import io.waypost.bot.intent.PackagedExamples;
import io.waypost.bot.learn.TextClassifier;
import io.waypost.bot.learn.TextClassifier.Example;
import io.waypost.bot.text.Normaliser;
import io.waypost.core.dialogue.Mood;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a customer feels: the worse of what the words say and what the examples taught. Where the words say severe and the examples say calm,
 * the words are somebody's goods or address and nothing is said of them; nobody who may harm themselves is overlooked that way. Immutable
 * and safe for threads.
 */
public final class MoodModel {

    private static final int ROUNDS = 12;
    private static final List<Mood> LEARNT = List.of(Mood.CALM, Mood.DISSATISFIED, Mood.ANGRY, Mood.SEVERE);
    /** From this probability of anger, or worse, on it counts: fewer than two calm customers of a hundred are wronged. */
    private static final double ANGER = 0.4;
    private static final double SEVERE = 0.6;
    private static final double INNOCENT = 0.985;

    private final @Nullable TextClassifier classifier;

    private MoodModel(@Nullable TextClassifier classifier) {
        this.classifier = classifier;
    }

    /** Learns from examples; without an encoder only the words count. */
    public static MoodModel learn(List<MoodExample> examples, @Nullable Encoder encoder) {
        if (encoder == null) {
            return new MoodModel(null);
        }
        var texts = new ArrayList<Example>();
        var vectors = new ArrayList<float[]>();
        for (var example : examples) {
            var words = Normaliser.words(Normaliser.plain(example.text()));
            texts.add(new Example(words, List.of(LEARNT.indexOf(example.mood()))));
            vectors.add(encoder.encode(words));
        }
        return new MoodModel(TextClassifier.learn(texts, vectors, LEARNT.size(), ROUNDS));
    }

    /**
     * The examples that come with the bot: those of moods, and those of intents as far as their words are calm. Most who come to a courier are,
     * also who complains or claims; without them everything that is not small talk would sound angry.
     */
    public static List<MoodExample> packaged() {
        var examples = new ArrayList<MoodExample>();
        Packaged.lines("examples/emotion.tsv").stream().map(line -> line.split("\t", 2)).forEach(cells -> examples
                .add(new MoodExample(cells[1], List.of(Mood.values()).get(Integer.parseInt(cells[0])))));
        for (var example : PackagedExamples.all()) {
            var said = MoodWords.of(Normaliser.plain(example.text()));
            if (said == Mood.CALM || said == Mood.DISSATISFIED) {
                examples.add(new MoodExample(example.text(), said));
            }
        }
        return examples;
    }

    /** How the writer of a message feels; the text is plain as of {@link Normaliser#plain}. */
    public Mood of(String plain, @Nullable Encoder encoder) {
        var said = MoodWords.of(plain);
        if (classifier == null || encoder == null || MoodWords.harm(plain) || hardlyWords(plain)) {
            return said;
        }
        var words = Normaliser.words(plain);
        var shares = classifier.probabilities(words, encoder.encode(words));
        if (shares[0] >= INNOCENT) {
            return said == Mood.DISSATISFIED ? said : Mood.CALM;
        }
        return said.worse(felt(shares));
    }

    /** A bare number feels nothing. */
    private static boolean hardlyWords(String plain) {
        return plain.codePoints().filter(Character::isIdeographic).count() < 2;
    }

    private static Mood felt(double[] shares) {
        if (shares[3] >= SEVERE) {
            return Mood.SEVERE;
        }
        if (shares[2] + shares[3] >= ANGER) {
            return Mood.ANGRY;
        }
        return shares[0] >= shares[1] + shares[2] + shares[3] ? Mood.CALM : Mood.DISSATISFIED;
    }

    /** Whether the words say that somebody may harm themselves. */
    public static boolean harm(String plain) {
        return MoodWords.harm(plain);
    }

    /** Whether the words name the regulator, a court or the media. */
    public static boolean threat(String plain) {
        return MoodWords.threat(plain);
    }

    /** Writes it, to be read by {@link #read}. */
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(classifier != null);
        if (classifier != null) {
            classifier.write(out);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static MoodModel read(DataInput in) throws IOException {
        return new MoodModel(in.readBoolean() ? TextClassifier.read(in) : null);
    }
}
