package io.waypost.simulator.rhythm;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * How busy a day is: weekends, the long holidays, and the sales of June, November and December.
 *
 * <p>Holidays are those of fixed date and the Spring Festival (春节) of 2024 to 2032; bridge days and make-up days are
 * not modelled, since volumes hardly follow them.
 */
public final class Calendar {

    private static final Map<Integer, LocalDate> SPRING_FESTIVAL = Map.of(2024, LocalDate.of(2024, 2, 10), 2025,
            LocalDate.of(2025, 1, 29), 2026, LocalDate.of(2026, 2, 17), 2027, LocalDate.of(2027, 2, 6), 2028,
            LocalDate.of(2028, 1, 26), 2029, LocalDate.of(2029, 2, 13), 2030, LocalDate.of(2030, 2, 3), 2031,
            LocalDate.of(2031, 1, 23), 2032, LocalDate.of(2032, 2, 11));

    private Calendar() {}

    /** How many parcels are sent on a day, against an ordinary one. */
    public static double volume(LocalDate date) {
        double week = switch (date.getDayOfWeek()) {
            case MONDAY -> 1.08;
            case SATURDAY -> 0.92;
            case SUNDAY -> 0.86;
            case TUESDAY -> 1.04;
            default -> 1.02;
        };
        return week * season(date);
    }

    /** Whether offices and most outlets' customers rest: Sundays and public holidays. */
    public static boolean restDay(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SUNDAY || holiday(date);
    }

    /** Whether most of the network stands still: New Year's Eve to the fourth day of the Spring Festival. */
    public static boolean springStandstill(LocalDate date) {
        long day = dayOfSpringFestival(date);
        return day >= -1 && day <= 3;
    }

    private static double season(LocalDate date) {
        if (springStandstill(date)) {
            return 0.12;
        }
        long spring = dayOfSpringFestival(date);
        if (spring >= -6 && spring <= 7) {
            return 0.45;
        }
        if (holiday(date)) {
            return 0.8;
        }
        int day = date.getDayOfMonth();
        return switch (date.getMonth()) {
            case JUNE -> day >= 16 && day <= 20 ? 1.3 : 1.1;
            case NOVEMBER -> (day >= 1 && day <= 3) || (day >= 10 && day <= 14) ? 1.45 : 1.18;
            case DECEMBER -> day >= 11 && day <= 14 ? 1.25 : 1.08;
            default -> 1;
        };
    }

    private static boolean holiday(LocalDate date) {
        long spring = dayOfSpringFestival(date);
        int day = date.getDayOfMonth();
        return (spring >= -1 && spring <= 6) || switch (date.getMonth()) {
            case JANUARY -> day == 1;
            case MAY -> day <= 5;
            case OCTOBER -> day <= 7;
            default -> false;
        };
    }

    /** Days since the first day of the year's Spring Festival; far off where the year is not known. */
    private static long dayOfSpringFestival(LocalDate date) {
        LocalDate first = SPRING_FESTIVAL.get(date.getYear());
        return first == null ? Integer.MAX_VALUE : ChronoUnit.DAYS.between(first, date);
    }
}
