package io.waypost.bot;

import io.waypost.bot.encode.Encoder;
import io.waypost.bot.intent.IntentExample;
import io.waypost.bot.intent.IntentModel;
import io.waypost.bot.intent.PersonModel;
import io.waypost.bot.mood.MoodExample;
import io.waypost.bot.mood.MoodModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that examples taught the bot, as one: whoever replaces it replaces it whole. Immutable and safe for threads. */
public record BotModel(IntentModel intents, PersonModel person, MoodModel moods) {

    /** Learns; some seconds for some thousand examples, mostly their vectors'. */
    public static BotModel learn(List<IntentExample> intents, List<MoodExample> moods, @Nullable Encoder encoder) {
        return new BotModel(IntentModel.learn(intents, encoder), PersonModel.learn(intents, encoder),
                MoodModel.learn(moods, encoder));
    }

    /** Writes it, to be read by {@link #read}. */
    public void write(DataOutput out) throws IOException {
        intents.write(out);
        person.write(out);
        moods.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static BotModel read(DataInput in) throws IOException {
        return new BotModel(IntentModel.read(in), PersonModel.read(in), MoodModel.read(in));
    }
}
