package io.waypost.core.calendar;

/**
 * Which version of which work calendar (工作日历版本). What it stands for never changes; another pattern of hours is another
 * version. Only what the State Council announces later is learnt by all versions.
 *
 * @param code its name for programs, such as {@code outlet-daily}
 * @param version 1 for the first
 */
public record CalendarId(String code, int version) {

    @Override
    public String toString() {
        return code + "@" + version;
    }
}
