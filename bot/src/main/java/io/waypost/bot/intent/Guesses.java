package io.waypost.bot.intent;

import io.waypost.core.dialogue.Guess;
import java.util.List;

/**
 * What a message may mean.
 *
 * @param ranked all intents, likeliest first
 * @param belonging how surely it is a courier's business at all: 0 to 1
 */
public record Guesses(List<Guess> ranked, double belonging) {

    public Guesses {
        ranked = List.copyOf(ranked);
    }

    /** The likeliest. */
    public Guess first() {
        return ranked.getFirst();
    }

    /** The second likeliest. */
    public Guess second() {
        return ranked.get(1);
    }
}
