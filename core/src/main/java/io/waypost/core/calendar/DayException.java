package io.waypost.core.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A day on which a calendar has hours of its own (特殊日), whatever the week and the State Council say.
 *
 * @param shifts that begin on the day; none where it is closed
 * @param reason what people are told, such as 网点搬迁
 */
public record DayException(LocalDate date, List<Shift> shifts, String reason) {

    public DayException {
        shifts = List.copyOf(shifts);
    }

    /** A day on which no shift begins. */
    public static DayException closed(LocalDate date, String reason) {
        return new DayException(date, List.of(), reason);
    }
}
