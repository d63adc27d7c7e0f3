package io.waypost.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Statutory holidays (法定节假日) of mainland China, as the State Council announces them each year.
 *
 * <p>A year that is not announced yet has none.
 */
public final class Holidays {

    /** The clock on the wall of every site. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Holidays CHINA = new Holidays(List.of(
            of("元旦", "2025-01-01", "2025-01-01"),
            of("春节", "2025-01-28", "2025-02-04"),
            of("清明节", "2025-04-04", "2025-04-06"),
            of("劳动节", "2025-05-01", "2025-05-05"),
            of("端午节", "2025-05-31", "2025-06-02"),
            of("国庆节、中秋节", "2025-10-01", "2025-10-08"),
            of("元旦", "2026-01-01", "2026-01-03"),
            of("春节", "2026-02-15", "2026-02-23"),
            of("清明节", "2026-04-04", "2026-04-06"),
            of("劳动节", "2026-05-01", "2026-05-05"),
            of("端午节", "2026-06-19", "2026-06-21"),
            of("中秋节", "2026-09-25", "2026-09-27"),
            of("国庆节", "2026-10-01", "2026-10-07")));

    private final List<Holiday> holidays;

    public Holidays(List<Holiday> holidays) {
        this.holidays = List.copyOf(holidays);
    }

    /** Those announced for 2025 and 2026. */
    public static Holidays china() {
        return CHINA;
    }

    /** The first holiday that touches the time between two instants, both included. */
    public Optional<Holiday> touching(Instant from, Instant until) {
        var first = LocalDate.ofInstant(from, ZONE);
        var last = LocalDate.ofInstant(until, ZONE);
        return holidays.stream()
                .filter(holiday -> !holiday.last().isBefore(first) && !holiday.first().isAfter(last))
                .findFirst();
    }

    private static Holiday of(String name, String first, String last) {
        return new Holiday(name, LocalDate.parse(first), LocalDate.parse(last));
    }

    /** A holiday from its first to its last day. */
    public record Holiday(String name, LocalDate first, LocalDate last) {

        /** Whether it is the one on which the trade nearly stands still (春节). */
        public boolean springFestival() {
            return name.contains("春节");
        }
    }
}
