package io.waypost.core.outbox;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours in which advertising and surveys wait (免打扰时段), by the recipient's own clock.
 *
 * @param from when they begin, such as 21:00
 * @param until when they end, such as 08:00; at the same time as {@code from} means never
 */
public record QuietHours(LocalTime from, LocalTime until) {

    /** From nine in the evening to eight in the morning, as is the practice. */
    public static final QuietHours USUAL = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /**
     * The earliest instant, not before the wanted one, at which a message of that class may leave.
     *
     * @param zone where the recipient is
     */
    public Instant earliest(MessageClass kind, Instant wanted, ZoneId zone) {
        if (!kind.quietAtNight() || !contains(wanted.atZone(zone).toLocalTime())) {
            return wanted;
        }
        var local = wanted.atZone(zone);
        var morning = local.with(until);
        if (!morning.toInstant().isAfter(wanted)) {
            morning = local.plusDays(1).with(until);
        }
        return morning.toInstant();
    }

    private boolean contains(LocalTime time) {
        if (from.equals(until)) {
            return false;
        }
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
