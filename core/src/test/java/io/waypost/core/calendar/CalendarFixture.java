package io.waypost.core.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Calendars of the trade, and random ones. */
public final class CalendarFixture {

    /** An outlet: 08:00 to 20:00 on every day of the year. */
    public static final WorkCalendar OUTLET = china("outlet-daily",
            CalendarDraft.everyDay(Shift.of("08:00", "20:00")), HolidayRule.ignored());
    /** A dispatch desk in an office: 8:00 to 18:00 with a lunch break, Monday to Friday, with make-up days. */
    public static final WorkCalendar DESK = china("desk-office",
            CalendarDraft.weekdays(Shift.of("08:00", "12:00"), Shift.of("13:30", "18:00")), HolidayRule.office());
    /** The night shift of a hub, six nights a week. */
    public static final WorkCalendar NIGHT = china("hub-night", nights(), HolidayRule.office());
    /** Never closed. */
    public static final WorkCalendar ALWAYS = china("always", CalendarDraft.everyDay(Shift.ALL_DAY),
            HolidayRule.ignored());

    private static final List<String> ZONES = List.of("Asia/Shanghai", "Asia/Shanghai", "Europe/Berlin",
            "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo");
    private static final long FIRST = Instant.parse("2022-01-03T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2026-06-30T00:00:00Z").getEpochSecond();

    private CalendarFixture() {}

    public static WorkCalendar china(String code, Map<DayOfWeek, List<Shift>> week, HolidayRule rule) {
        return WorkCalendar.of(CalendarDraft.inChina(new CalendarId(code, 1), week, rule), Holidays.china());
    }

    /** An instant by the clock in China, such as "2026-02-14T09:00". */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Holidays.ZONE).toInstant();
    }

    /** The instant that a moment must be. */
    public static Instant sure(Moment moment) {
        return switch (moment) {
            case Moment.At(var instant) -> instant;
            case Moment.Beyond beyond -> throw new AssertionError(beyond);
        };
    }

    /** The time that a working time must be. */
    public static Duration sure(WorkTime time) {
        return switch (time) {
            case WorkTime.Exact(var certain) -> certain;
            case WorkTime.AtLeast least -> throw new AssertionError(least);
        };
    }

    public static WorkCalendar random(Random random, String code) {
        return random(random, code, ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
    }

    public static WorkCalendar random(Random random, String code, ZoneId zone) {
        while (true) {
            var rule = switch (random.nextInt(4)) {
                case 0, 1 -> HolidayRule.office();
                case 2 -> new HolidayRule(true, null);
                default -> HolidayRule.ignored();
            };
            var draft = new CalendarDraft(new CalendarId(code, 1), zone, randomWeek(random), rule,
                    randomExceptions(random));
            if (draft.flaws().isEmpty()) {
                return WorkCalendar.of(draft, Holidays.china());
            }
        }
    }

    /** Often to the minute, as people write times, sometimes to the nanosecond. */
    public static Instant randomInstant(Random random) {
        var at = Instant.ofEpochSecond(random.nextLong(FIRST, LAST));
        return random.nextInt(4) == 0
                ? at.plusNanos(random.nextInt(1_000_000_000))
                : Instant.ofEpochSecond(at.getEpochSecond() / 60 * 60);
    }

    /** Often in the days around a day of the calendar's own, where nights and special hours meet. */
    public static Instant randomInstant(Random random, WorkCalendar calendar) {
        var exceptions = calendar.draft().exceptions();
        if (exceptions.isEmpty() || random.nextInt(3) == 0) {
            return randomInstant(random);
        }
        var date = exceptions.get(random.nextInt(exceptions.size())).date();
        return date.atStartOfDay(calendar.draft().zone()).toInstant().minusSeconds(900L * random.nextInt(200) - 9_000);
    }

    public static Duration randomTime(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Duration.ofHours(random.nextInt(1, 73));
            case 1 -> Duration.ofNanos(random.nextLong(0, 3_600_000_000_000L));
            case 2 -> Duration.ofMinutes(random.nextInt(0, 40_000));
            default -> Duration.ofMinutes(random.nextInt(0, 3_000));
        };
    }

    /** Whether a wall clock would say so, shift by shift: slow, and made without the code that it checks. */
    public static boolean naive(WorkCalendar calendar, Instant at) {
        var draft = calendar.draft();
        var local = at.atZone(draft.zone()).toLocalDateTime();
        return covers(naiveShifts(draft, local.toLocalDate()), local.toLocalTime(), false)
                || covers(naiveShifts(draft, local.toLocalDate().minusDays(1)), local.toLocalTime(), true);
    }

    private static boolean covers(List<Shift> shifts, LocalTime time, boolean fromYesterday) {
        return shifts.stream().anyMatch(shift -> {
            boolean wraps = !shift.until().isAfter(shift.from());
            if (fromYesterday) {
                return wraps && time.isBefore(shift.until());
            }
            return !time.isBefore(shift.from()) && (wraps || time.isBefore(shift.until()));
        });
    }

    private static List<Shift> naiveShifts(CalendarDraft draft, LocalDate date) {
        for (var exception : draft.exceptions()) {
            if (exception.date().equals(date)) {
                return exception.shifts();
            }
        }
        var day = date.getDayOfWeek();
        var like = draft.holidays().makeUpDaysLike();
        return switch (Holidays.china().kind(date)) {
            case HOLIDAY -> draft.holidays().closedOnHolidays() ? List.of() : draft.on(day);
            case MAKE_UP_DAY -> draft.on(like == null ? day : like);
            case ORDINARY, UNKNOWN -> draft.on(day);
        };
    }

    private static Map<DayOfWeek, List<Shift>> randomWeek(Random random) {
        if (random.nextInt(12) == 0) {
            return CalendarDraft.everyDay(Shift.ALL_DAY);
        }
        var week = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        var usual = randomDay(random);
        boolean same = random.nextBoolean();
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(6) > 0) {
                week.put(day, same ? usual : randomDay(random));
            }
        }
        return week;
    }

    private static List<Shift> randomDay(Random random) {
        var shifts = new ArrayList<Shift>();
        int minute = random.nextInt(0, 12) * 60;
        while (minute < 23 * 60 && shifts.size() < 3) {
            int begin = minute + random.nextInt(0, 10) * 15;
            int end = begin + random.nextInt(1, 40) * 15;
            if (begin >= 24 * 60) {
                break;
            }
            shifts.add(new Shift(LocalTime.ofSecondOfDay(begin * 60L), LocalTime.ofSecondOfDay(end % 1440 * 60L)));
            minute = end;
        }
        return shifts;
    }

    private static List<DayException> randomExceptions(Random random) {
        var exceptions = new ArrayList<DayException>();
        for (int i = random.nextInt(6); i > 0; i--) {
            var date = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(1_600));
            exceptions.add(random.nextBoolean()
                    ? DayException.closed(date, "停业")
                    : new DayException(date, randomDay(random), "加班"));
        }
        return exceptions;
    }

    private static Map<DayOfWeek, List<Shift>> nights() {
        var week = new EnumMap<>(CalendarDraft.everyDay(Shift.of("22:00", "06:00")));
        week.remove(DayOfWeek.SATURDAY);
        return week;
    }
}
