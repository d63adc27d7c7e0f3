package io.waypost.core.dialogue;

/**
 * One meaning that a message may have.
 *
 * @param probability 0 to 1; those of all intents sum to 1
 */
public record Guess(Intent intent, double probability) {}
