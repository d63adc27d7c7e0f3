package io.waypost.core.watch;

import io.waypost.core.calendar.Holidays;
import java.time.Instant;

/** The part of the day (时段) in which the last scan was made: what leaves at night waits for the morning wave. */
public enum DayPart {
    NIGHT,
    MORNING,
    AFTERNOON,
    EVENING;

    /** The part of the day at an instant, by the clock on the wall of a site. */
    public static DayPart at(Instant instant) {
        int hour = instant.atZone(Holidays.ZONE).getHour();
        if (hour < 6 || hour >= 22) {
            return NIGHT;
        }
        if (hour < 12) {
            return MORNING;
        }
        return hour < 18 ? AFTERNOON : EVENING;
    }
}
