package io.waypost.bot.intent;

import io.waypost.bot.Packaged;
import io.waypost.bot.encode.Encoder;
import io.waypost.bot.learn.TextClassifier;
import io.waypost.bot.learn.TextClassifier.Example;
import io.waypost.bot.text.Normaliser;
import io.waypost.core.dialogue.Intent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody asks for a person: by the words of such a wish, or because examples say that hardly anything else can be meant. Immutable
 * and safe for threads.
 */
public final class PersonModel {

    private static final int ROUNDS = 12;
    private static final double SURE = 0.5;
    /** Where the rules hear a wish, so much speaks against it that they are wrong. */
    private static final double HARDLY = 0.01;
    private static final String FILE = "examples/person.tsv";

    private final @Nullable TextClassifier classifier;

    private PersonModel(@Nullable TextClassifier classifier) {
        this.classifier = classifier;
    }

    /** Learns from the examples of intents and from those of its own; without an encoder only the words count. */
    public static PersonModel learn(List<IntentExample> examples, @Nullable Encoder encoder) {
        if (encoder == null) {
            return new PersonModel(null);
        }
        var texts = new ArrayList<Example>();
        for (var example : examples) {
            texts.add(example(example.text(), example.intents().contains(Intent.HUMAN)));
        }
        Packaged.lines(FILE).stream().map(line -> line.split("\t", 2))
                .forEach(cells -> texts.add(example(cells[1], cells[0].equals("yes"))));
        var vectors = texts.stream().map(example -> encoder.encode(example.words())).toList();
        return new PersonModel(TextClassifier.learn(texts, vectors, 2, ROUNDS));
    }

    private static Example example(String text, boolean wish) {
        return new Example(Normaliser.words(Normaliser.plain(text)), List.of(wish ? 1 : 0));
    }

    /** Whether a message asks for a person; the text is plain as of {@link Normaliser#plain}. */
    public boolean asks(String plain, @Nullable Encoder encoder) {
        boolean said = PersonWish.in(plain);
        if (classifier == null || encoder == null) {
            return said;
        }
        var words = Normaliser.words(plain);
        double probability = classifier.probabilities(words, encoder.encode(words))[1];
        if (said) {
            // Of a single word in Latin letters the examples know nothing.
            return probability >= HARDLY || plain.codePoints().noneMatch(Character::isIdeographic);
        }
        return probability >= SURE && !PersonWish.notIn(plain);
    }

    /** Writes it, to be read by {@link #read}. */
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(classifier != null);
        if (classifier != null) {
            classifier.write(out);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static PersonModel read(DataInput in) throws IOException {
        return new PersonModel(in.readBoolean() ? TextClassifier.read(in) : null);
    }
}
