package io.waypost.core.calendar;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * What a work calendar makes of statutory holidays and make-up days (节假日与调休规则).
 *
 * @param closedOnHolidays whether no shift begins on a holiday
 * @param makeUpDaysLike the weekday whose hours a make-up day has; null where it stays the weekday that it is
 */
public record HolidayRule(boolean closedOnHolidays, @Nullable DayOfWeek makeUpDaysLike) {

    /** Every week is the same. Such a calendar needs no announcement and knows every day. */
    public static HolidayRule ignored() {
        return new HolidayRule(false, null);
    }

    /** As an office: closed on holidays, and make-up days are worked like a Monday. */
    public static HolidayRule office() {
        return new HolidayRule(true, DayOfWeek.MONDAY);
    }

    /** Whether the announcements make no difference. */
    public boolean ignoresAnnouncements() {
        return !closedOnHolidays && makeUpDaysLike == null;
    }
}
