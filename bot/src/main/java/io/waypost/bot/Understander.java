package io.waypost.bot;

import io.waypost.bot.encode.Encoder;
import io.waypost.bot.encode.EncodingFailed;
import io.waypost.bot.encode.OneMessage;
import io.waypost.bot.intent.Guesses;
import io.waypost.bot.mood.MoodModel;
import io.waypost.bot.text.Normaliser;
import io.waypost.core.dialogue.Mood;
import io.waypost.core.dialogue.Understanding;
import io.waypost.core.place.Divisions;
import io.waypost.core.slot.SlotReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Understands messages. Safe for threads; the model can be replaced while it works.
 *
 * <p>Where the language model does not run, or fails on a message, it goes by letters and words alone: worse, and {@link #degraded} says so.
 */
public final class Understander {

    private static final Logger LOG = LoggerFactory.getLogger(Understander.class);

    private final SlotReader slots = new SlotReader(Divisions.china());
    private final @Nullable Encoder encoder;
    private volatile BotModel model;

    public Understander(BotModel model, @Nullable Encoder encoder) {
        this.model = model;
        this.encoder = encoder;
    }

    /** Whether it works without the language model. */
    public boolean degraded() {
        return encoder == null;
    }

    /** Takes another model from the next message on. */
    public void use(BotModel another) {
        model = another;
    }

    /** What a message means; never fails. */
    public Understanding understand(String text) {
        var plain = Normaliser.plain(text);
        try {
            return understand(text, plain, encoder == null ? null : new OneMessage(encoder));
        } catch (EncodingFailed e) {
            LOG.warn("A message is understood by its letters alone", e);
            return understand(text, plain, null);
        }
    }

    private Understanding understand(String text, String plain, @Nullable Encoder with) {
        var current = model;
        Guesses guesses = current.intents().guess(plain, with);
        var mood = current.moods().of(plain, with);
        // A regulator is threatened with, or it is an address like any other.
        boolean threat = mood == Mood.SEVERE && MoodModel.threat(plain);
        return new Understanding(text, plain, guesses.ranked(), guesses.belonging(), slots.read(plain), mood,
                current.person().asks(plain, with), MoodModel.harm(plain), threat);
    }
}
