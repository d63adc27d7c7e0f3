package io.waypost.app.money;

import io.waypost.core.calendar.Holidays;
import java.time.Instant;
import java.time.LocalDate;

/** Days of statements: those of Shanghai. */
final class Days {

    private Days() {}

    static LocalDate of(Instant at) {
        return at.atZone(Holidays.ZONE).toLocalDate();
    }

    static Instant begin(LocalDate day) {
        return day.atStartOfDay(Holidays.ZONE).toInstant();
    }
}
