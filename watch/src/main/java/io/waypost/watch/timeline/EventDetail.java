package io.waypost.watch.timeline;

import org.jspecify.annotations.Nullable;

/**
 * What few scans have. Immutable.
 *
 * @param bag the bag that the parcel travels in
 * @param weightGrams weighed mass; 0 if it was not weighed
 * @param note what the operator remarked
 * @param scanMicros microseconds of the scan after its full second
 */
public record EventDetail(@Nullable String bag, int weightGrams, @Nullable String note, int scanMicros) {

    public EventDetail {
        if (weightGrams < 0 || scanMicros < 0 || scanMicros >= 1_000_000) {
            throw new IllegalArgumentException(
                    "A scan of %d grams and %d microseconds cannot be.".formatted(weightGrams, scanMicros));
        }
    }

    /** The detail, or null if it says nothing. */
    public static @Nullable EventDetail of(@Nullable String bag, int weightGrams, @Nullable String note,
            int scanMicros) {
        return bag == null && weightGrams == 0 && note == null && scanMicros == 0
                ? null
                : new EventDetail(bag, weightGrams, note, scanMicros);
    }
}
