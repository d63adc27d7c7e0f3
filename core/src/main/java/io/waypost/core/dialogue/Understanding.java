package io.waypost.core.dialogue;

import io.waypost.core.slot.Slots;
import java.util.List;

/**
 * What a message was understood to mean. Immutable.
 *
 * @param plain the message in half width, short forms and small letters
 * @param guesses what it may mean, likeliest first; all intents
 * @param belonging how surely it is a courier's business at all: 0 to 1
 * @param slots what it names
 * @param mood how its writer feels, by this message alone
 * @param wantsPerson it asks for a person
 * @param harm somebody may harm themselves
 * @param threat it names the regulator, a court or the media
 */
public record Understanding(String plain, List<Guess> guesses, double belonging, Slots slots, Mood mood,
        boolean wantsPerson, boolean harm, boolean threat) {

    /** From this probability on a guess is acted upon without asking. */
    public static final double SURE = 0.6;
    /** Below this one nothing was understood. */
    public static final double UNSURE = 0.3;
    /** How far the first guess must be ahead of the second. */
    public static final double AHEAD = 0.15;
    /** Below this it is taken for none of our business. */
    public static final double OUTSIDE = 0.6;

    public Understanding {
        guesses = List.copyOf(guesses);
    }

    /** The likeliest meaning. */
    public Intent intent() {
        return guesses.getFirst().intent();
    }

    /** How likely the likeliest is. */
    public double probability() {
        return guesses.getFirst().probability();
    }

    /** Whether it is clear enough to be acted upon. */
    public boolean clear() {
        return belonging >= OUTSIDE && probability() >= SURE && probability() - guesses.get(1).probability() >= AHEAD;
    }

    /** Whether it may be one of a few things, of which the customer had better be asked. */
    public boolean between() {
        return belonging >= OUTSIDE && !clear() && probability() >= UNSURE;
    }
}
