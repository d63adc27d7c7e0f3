package io.waypost.bot;

import io.waypost.bot.encode.Encoder;
import io.waypost.bot.intent.IntentExample;
import io.waypost.bot.intent.IntentModel;
import io.waypost.bot.intent.PersonModel;
import io.waypost.bot.mood.MoodExample;
import io.waypost.bot.mood.MoodModel;
import io.waypost.core.dialogue.Intent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that examples taught the bot, as one: whoever replaces it replaces it whole. Immutable and safe for threads. */
public record BotModel(IntentModel intents, PersonModel person, MoodModel moods) {

    /**
     * What a model is written as: its shape, raised when that changes, and the intents, whose places are its classes. One that was written
     * otherwise is not read.
     */
    static final String SHAPE = "4 " + Arrays.toString(Intent.values());

    /** Learns; some seconds for some thousand examples, mostly their vectors'. */
    public static BotModel learn(List<IntentExample> intents, List<MoodExample> moods, @Nullable Encoder encoder) {
        return new BotModel(IntentModel.learn(intents, encoder), PersonModel.learn(intents, encoder),
                MoodModel.learn(moods, encoder));
    }

    /** Writes it, to be read by {@link #read}. */
    public void write(DataOutput out) throws IOException {
        out.writeUTF(SHAPE);
        intents.write(out);
        person.write(out);
        moods.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException also where it was written by a software that knew other intents
     */
    public static BotModel read(DataInput in) throws IOException {
        var shape = in.readUTF();
        if (!shape.equals(SHAPE)) {
            throw new IOException("The model was learnt for other intents, or is of another shape; learn it again.");
        }
        return new BotModel(IntentModel.read(in), PersonModel.read(in), MoodModel.read(in));
    }
}
