package io.waypost.app.calendar;

import io.waypost.core.calendar.CalendarDraft;
import io.waypost.core.calendar.CalendarId;
import io.waypost.core.calendar.DayException;
import io.waypost.core.calendar.HolidayRule;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.calendar.Shift;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a calendar as JSON, in the API and in the database.
 *
 * @param week the weekdays that have shifts
 * @param closedOnHolidays whether holidays are off
 * @param makeUpDaysLike the weekday whose shifts a make-up day has; null where it stays what it is
 */
record CalendarBody(
        @NotNull @Size(max = 7) List<@Valid WeekdayHours> week,
        boolean closedOnHolidays,
        @Nullable DayOfWeek makeUpDaysLike,
        @NotNull @Size(max = 400) List<@Valid DayHours> exceptions) {

    /** A stretch of hours; 00:00 as its end is midnight. */
    record ShiftHours(@NotNull LocalTime from, @NotNull LocalTime until) {}

    /** The shifts that begin on a weekday. */
    record WeekdayHours(@NotNull DayOfWeek day, @NotNull @Size(max = 12) List<@Valid ShiftHours> shifts) {}

    /** The shifts of one day of its own; none where it is closed. */
    record DayHours(@NotNull LocalDate date, @NotNull @Size(max = 12) List<@Valid ShiftHours> shifts,
            @NotNull @Size(max = 100) String reason) {}

    static CalendarBody of(CalendarDraft draft) {
        var week = new ArrayList<WeekdayHours>();
        for (var day : DayOfWeek.values()) {
            var shifts = draft.week().getOrDefault(day, List.of());
            if (!shifts.isEmpty()) {
                week.add(new WeekdayHours(day, hours(shifts)));
            }
        }
        return new CalendarBody(week, draft.holidays().closedOnHolidays(), draft.holidays().makeUpDaysLike(),
                draft.exceptions().stream().map(day -> new DayHours(day.date(), hours(day.shifts()), day.reason()))
                        .toList());
    }

    /** The draft of that version in China's time; right or wrong. */
    CalendarDraft draft(CalendarId id) {
        var days = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        // A weekday that is named twice has the shifts of both.
        week.forEach(day -> days.merge(day.day(), shifts(day.shifts()), (one, other) -> {
            var both = new ArrayList<>(one);
            both.addAll(other);
            return both;
        }));
        return new CalendarDraft(id, Holidays.ZONE, days, new HolidayRule(closedOnHolidays, makeUpDaysLike),
                exceptions.stream().map(day -> new DayException(day.date(), shifts(day.shifts()), day.reason()))
                        .toList());
    }

    private static List<ShiftHours> hours(List<Shift> shifts) {
        return shifts.stream().map(shift -> new ShiftHours(shift.from(), shift.until())).toList();
    }

    private static List<Shift> shifts(List<ShiftHours> hours) {
        return hours.stream().map(shift -> new Shift(shift.from(), shift.until())).toList();
    }
}
