package io.waypost.bot.intent;

import io.waypost.core.dialogue.Intent;
import java.util.List;

/**
 * A message of which somebody said what it means.
 *
 * @param intents none: it is none of a courier's business; two: two matters in one message, the main one first
 */
public record IntentExample(String text, List<Intent> intents) {

    public IntentExample {
        intents = List.copyOf(intents);
    }
}
