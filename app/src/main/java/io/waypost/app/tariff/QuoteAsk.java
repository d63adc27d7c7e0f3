package io.waypost.app.tariff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know before sending.
 *
 * @param from the division that it goes from, by its code
 * @param grams as weighed; a kilogram where nothing is said
 * @param lengthMm with width and height, or none of the three
 * @param declaredFen the value to be protected
 * @param collectedFen the money to be collected
 * @param wanted codes of surcharges that are wanted, such as a carton
 * @param goods what it is, in the customer's words; for advice
 * @param valueFen what the goods are worth; for advice
 * @param phone the sender's, to see whether the advice was taken; kept as a keyed index alone
 * @param at when it is handed over; now where nothing is said
 */
public record QuoteAsk(String from, String to, @Nullable Integer grams, @Nullable Integer lengthMm,
        @Nullable Integer widthMm, @Nullable Integer heightMm, @Nullable Long declaredFen, @Nullable Long collectedFen,
        @Nullable List<String> wanted, @Nullable String goods, @Nullable Long valueFen, @Nullable String phone,
        @Nullable Instant at) {

    /** Only a way and a weight. */
    public static QuoteAsk of(String from, String to, @Nullable Integer grams) {
        return of(from, to, grams, null);
    }

    /** A way and a weight, and a value to be protected. */
    public static QuoteAsk of(String from, String to, @Nullable Integer grams, @Nullable Long declaredFen) {
        return new QuoteAsk(from, to, grams, null, null, null, declaredFen, null, null, null, null, null, null);
    }

    /** The same as of now, of nobody. */
    QuoteAsk now() {
        return new QuoteAsk(from, to, grams, lengthMm, widthMm, heightMm, declaredFen, collectedFen, wanted, goods,
                valueFen, null, null);
    }

    /** Phones and goods are personal data and are not printed. */
    @Override
    public String toString() {
        return "QuoteAsk[%s to %s, %s g]".formatted(from, to, grams);
    }
}
