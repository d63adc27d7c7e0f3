package io.waypost.core.dialogue;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to send, as far as they told it (寄件意向).
 *
 * @param from the code of the division that it goes from
 * @param to the code of the division that it goes to
 * @param declaredFen the value that they want to have protected
 */
public record Sending(@Nullable String from, @Nullable String to, @Nullable Integer grams, @Nullable Long declaredFen) {

    private static final Pattern PROTECTED = Pattern.compile("保价|保险|投保|声明价值");
    private static final Pattern TOWARD = Pattern.compile("[到往去至]");

    /** Nothing was told. */
    public static final Sending NOTHING = new Sending(null, null, null, null);

    /** With what a message names; what it does not name stays. A sum counts only where the message speaks of protecting a value. */
    Sending with(Understanding words) {
        var slots = words.slots();
        var start = slots.from();
        var end = slots.to();
        var weight = slots.weightGrams();
        var value = PROTECTED.matcher(words.plain()).find() ? slots.moneyFen() : null;
        return new Sending(start == null ? from : start.code(), end == null ? to : end.code(),
                weight == null ? grams : weight, value == null ? declaredFen : value);
    }

    /** The same from where the message names: a place that is named alone, and not as a destination, answers the question from where. */
    Sending answeredFrom(Understanding words) {
        var slots = words.slots();
        var alone = slots.from() == null && !TOWARD.matcher(words.plain()).find() ? slots.to() : null;
        if (alone == null) {
            return with(words);
        }
        var others = with(words);
        return new Sending(alone.code(), to, others.grams, others.declaredFen);
    }
}
