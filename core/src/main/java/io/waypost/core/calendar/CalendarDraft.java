package io.waypost.core.calendar;

import io.waypost.core.calendar.CalendarFlaw.Reason;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A work calendar as people write it down (工作日历草稿), right or wrong. Immutable and safe for threads; {@link #flaws()} says
 * what is wrong, and without flaws it becomes a {@link WorkCalendar}.
 *
 * @param zone by whose clock the shifts are meant
 * @param week shifts by the weekday on which they begin; a weekday that is missing is off
 * @param holidays what holidays and make-up days change
 * @param exceptions days of one's own; they go before everything else
 */
public record CalendarDraft(
        CalendarId id,
        ZoneId zone,
        Map<DayOfWeek, List<Shift>> week,
        HolidayRule holidays,
        List<DayException> exceptions) {

    public CalendarDraft {
        var copy = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        week.forEach((day, shifts) -> copy.put(day, List.copyOf(shifts)));
        week = Collections.unmodifiableMap(copy);
        exceptions = List.copyOf(exceptions);
    }

    /** A calendar in China without exceptions. */
    public static CalendarDraft inChina(CalendarId id, Map<DayOfWeek, List<Shift>> week, HolidayRule holidays) {
        return new CalendarDraft(id, Holidays.ZONE, week, holidays, List.of());
    }

    /** The same with those exceptions instead. */
    public CalendarDraft withExceptions(List<DayException> exceptions) {
        return new CalendarDraft(id, zone, week, holidays, exceptions);
    }

    /** A week in which every day has the same shifts. */
    public static Map<DayOfWeek, List<Shift>> everyDay(Shift... shifts) {
        return days(List.of(DayOfWeek.values()), shifts);
    }

    /** A week in which Monday to Friday have the same shifts, and the weekend none. */
    public static Map<DayOfWeek, List<Shift>> weekdays(Shift... shifts) {
        return days(List.of(DayOfWeek.values()).subList(0, 5), shifts);
    }

    /** Everything that is wrong; empty where a calendar can be made of it. */
    public List<CalendarFlaw> flaws() {
        var flaws = new ArrayList<CalendarFlaw>();
        if (!id.code().matches("[A-Za-z0-9._-]{1,64}")) {
            flaws.add(new CalendarFlaw("code", id.code(), Reason.CODE_FORMAT));
        }
        if (id.version() < 1) {
            flaws.add(new CalendarFlaw("version", String.valueOf(id.version()), Reason.VERSION_RANGE));
        }
        if (week.values().stream().allMatch(List::isEmpty)) {
            flaws.add(new CalendarFlaw("week", "", Reason.WEEK_EMPTY));
        }
        for (var day : DayOfWeek.values()) {
            check("week." + day, on(day), on(day.minus(1)), flaws);
        }
        var like = holidays.makeUpDaysLike();
        if (like != null && on(like).isEmpty()) {
            flaws.add(new CalendarFlaw("holidays.makeUpDaysLike", like.name(), Reason.MAKE_UP_DAY_EMPTY));
        }
        var dates = new HashSet<LocalDate>();
        for (var exception : exceptions) {
            check("exceptions." + exception.date(), exception.shifts(), List.of(), flaws);
            if (!dates.add(exception.date())) {
                flaws.add(new CalendarFlaw("exceptions", exception.date().toString(), Reason.DATE_TWICE));
            }
        }
        return List.copyOf(flaws);
    }

    List<Shift> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    private static void check(String field, List<Shift> shifts, List<Shift> before, List<CalendarFlaw> flaws) {
        int end = before.stream().mapToInt(Shift::end).max().orElse(0) - WorkDays.DAY_SECONDS;
        for (var shift : shifts.stream().sorted(Comparator.comparing(Shift::from)).toList()) {
            if (!wholeMinutes(shift)) {
                flaws.add(new CalendarFlaw(field, shift.toString(), Reason.SHIFT_NOT_WHOLE_MINUTES));
            }
            if (shift.begin() < end) {
                flaws.add(new CalendarFlaw(field, shift.toString(), Reason.SHIFTS_OVERLAP));
            }
            end = Math.max(end, shift.end());
        }
    }

    private static boolean wholeMinutes(Shift shift) {
        return shift.from().equals(shift.from().truncatedTo(ChronoUnit.MINUTES))
                && shift.until().equals(shift.until().truncatedTo(ChronoUnit.MINUTES));
    }

    private static Map<DayOfWeek, List<Shift>> days(List<DayOfWeek> days, Shift... shifts) {
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        days.forEach(day -> week.put(day, List.of(shifts)));
        return week;
    }
}
