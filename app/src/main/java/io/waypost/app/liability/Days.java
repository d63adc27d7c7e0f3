package io.waypost.app.liability;

import io.waypost.app.kernel.Refusal;
import io.waypost.core.calendar.Holidays;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whole days in Beijing.
 *
 * @param to the last, included
 */
record Days(LocalDate from, LocalDate to) {

    private static final int MOST = 366;

    /** @throws Refusal where one is missing, or there are none or too many */
    static Days of(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            throw Refusal.invalid("from", null, "MISSING", "Write the first day, such as 2026-11-01.");
        }
        if (to == null) {
            throw Refusal.invalid("to", null, "MISSING", "Write the last day, such as 2026-11-30.");
        }
        if (to.isBefore(from) || from.plusDays(MOST).isBefore(to)) {
            throw Refusal.invalid("to", to, "OUT_OF_RANGE", "From the first day on, at most %d days.".formatted(MOST));
        }
        return new Days(from, to);
    }

    Instant start() {
        return from.atStartOfDay(Holidays.ZONE).toInstant();
    }

    /** Not included. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(Holidays.ZONE).toInstant();
    }
}
