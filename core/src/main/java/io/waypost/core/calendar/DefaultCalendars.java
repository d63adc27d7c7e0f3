package io.waypost.core.calendar;

import java.util.List;

/** The work calendars that an installation begins with (默认工作日历), version 1 of each. People add others and new versions. */
public final class DefaultCalendars {

    /** Round the clock, every day. */
    public static final String ALWAYS = "always";

    private static final Shift DAY_DESK = Shift.of("08:00", "18:00");
    private static final Shift OFFICE = Shift.of("09:00", "18:00");
    private static final Shift OUTLET = Shift.of("08:00", "20:00");

    private DefaultCalendars() {}

    /** A calendar with its names. */
    public record Named(CalendarDraft draft, String nameZh, String nameEn) {}

    /** All of them, in the order in which they are shown. */
    public static List<Named> all() {
        return List.of(
                new Named(draft(ALWAYS, true, Shift.ALL_DAY), "全天候", "Round the clock"),
                new Named(draft("dispatch-desk", true, DAY_DESK), "调度客服", "Dispatch desk"),
                new Named(draft("office", false, OFFICE), "行政办公", "Office"),
                new Named(draft("outlet-daily", true, OUTLET), "网点营业", "Outlet, daily"));
    }

    private static CalendarDraft draft(String code, boolean everyDay, Shift shift) {
        var id = new CalendarId(code, 1);
        return everyDay
                ? CalendarDraft.inChina(id, CalendarDraft.everyDay(shift), HolidayRule.ignored())
                : CalendarDraft.inChina(id, CalendarDraft.weekdays(shift), HolidayRule.office());
    }
}
