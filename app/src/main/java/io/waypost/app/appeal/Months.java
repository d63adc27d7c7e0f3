package io.waypost.app.appeal;

import io.waypost.app.kernel.Refusal;
import java.time.DateTimeException;
import java.time.YearMonth;

/** Months as they are asked for. */
final class Months {

    private Months() {}

    /** A month such as 2026-11. */
    static YearMonth read(String field, String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException wrong) {
            throw Refusal.invalid(field, typed, "FORM", "Write a month such as 2026-11.");
        }
    }
}
