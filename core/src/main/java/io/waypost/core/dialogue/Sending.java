package io.waypost.core.dialogue;

import io.waypost.core.slot.Slots;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to send, as far as they told it (寄件意向).
 *
 * @param from the code of the division that it goes from
 * @param to the code of the division that it goes to
 */
public record Sending(@Nullable String from, @Nullable String to, @Nullable Integer grams, @Nullable Long valueFen) {

    /** Nothing was told. */
    public static final Sending NOTHING = new Sending(null, null, null, null);

    /** With what a message names; what it does not name stays. */
    Sending with(Slots slots) {
        var start = slots.from();
        var end = slots.to();
        var weight = slots.weightGrams();
        var value = slots.moneyFen();
        return new Sending(start == null ? from : start.code(), end == null ? to : end.code(),
                weight == null ? grams : weight, value == null ? valueFen : value);
    }

    /** The same from where the message names; a place that is named alone answers the question from where. */
    Sending answeredFrom(Slots slots) {
        var alone = slots.from() == null ? slots.to() : null;
        var weight = slots.weightGrams();
        return alone == null ? with(slots) : new Sending(alone.code(), to, weight == null ? grams : weight, valueFen);
    }
}
