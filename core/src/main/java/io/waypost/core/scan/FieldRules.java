package io.waypost.core.scan;

import io.waypost.core.scan.Checked.Reason;
import io.waypost.core.scan.Checked.Rejected;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How single fields are read, for scans and for registrations alike. */
public final class FieldRules {

    private static final int MAX_WEIGHT_GRAMS = 1_000_000;
    private static final int SHOWN = 80;

    private FieldRules() {}

    /** The refusal of a field; an absent one is missing, whatever else was asked of it. */
    public static Rejected refuse(String field, @Nullable String value, Reason reason) {
        var shown = value == null || value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        return new Rejected(field, shown, present(value) ? reason : Reason.MISSING);
    }

    /** Whether anything was given. */
    public static boolean present(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /** The text without spaces around it; null for nothing. */
    public static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The instant, to the microsecond, of an ISO 8601 time with an offset; null if it is none. */
    public static @Nullable Instant time(@Nullable String value) {
        try {
            return value == null || value.isBlank()
                    ? null
                    : OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** The grams of a weight in kilograms; null if it is not above 0 and at most a ton. */
    public static @Nullable Integer grams(@Nullable String kilograms) {
        if (kilograms == null || kilograms.isBlank() || kilograms.length() > 20) {
            return null;
        }
        try {
            double grams = Double.parseDouble(kilograms) * 1000;
            return grams > 0 && grams <= MAX_WEIGHT_GRAMS ? Math.max(1, (int) Math.round(grams)) : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** The refusal of an optional field that is given and longer than it may be. */
    public static @Nullable Rejected atMost(String field, @Nullable String value, int length) {
        return value != null && value.length() > length ? refuse(field, value, Reason.TOO_LONG) : null;
    }

    /** The refusal of an optional field that is given and is no site code. */
    public static @Nullable Rejected site(String field, @Nullable String value) {
        return present(value) && Codes.site(value) == null ? refuse(field, value, Reason.SITE_FORMAT) : null;
    }

    /** The refusal of an optional field that is given and is no time. */
    public static @Nullable Rejected timeIn(String field, @Nullable String value) {
        return present(value) && time(value) == null ? refuse(field, value, Reason.TIME_FORMAT) : null;
    }

    /** The refusal of an optional field that is given and is no weight. */
    public static @Nullable Rejected weight(String field, @Nullable String value) {
        return present(value) && grams(value) == null ? refuse(field, value, Reason.WEIGHT_RANGE) : null;
    }
}
