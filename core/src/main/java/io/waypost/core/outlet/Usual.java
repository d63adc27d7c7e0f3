package io.waypost.core.outlet;

import io.waypost.core.calendar.Holidays;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a measure of a site usually is at an hour of the week (惯常值), from its own past.
 *
 * <p>Median and median absolute deviation (MAD), because some of the past was abnormal too and must not hide the present: up to half of
 * the samples may be arbitrarily wrong (Hampel, "The influence curve and its role in robust estimation", JASA 69, 1974).
 *
 * @param low lower end of the usual band: median − 3.5 scales, not below 0
 * @param high upper end of it
 * @param scale what a standard deviation would be without the abnormal samples; never 0
 * @param samples how many hours of the past it comes from
 */
public record Usual(double median, double low, double high, double scale, int samples, Basis basis) {

    /** Fewer say nothing. */
    public static final int FEWEST = 4;

    /** Scales beyond which a value is no longer usual: Iglewicz and Hoaglin, "How to Detect and Handle Outliers", ASQ 1993. */
    public static final double BAND = 3.5;

    /** 1 / Φ⁻¹(3/4): makes the MAD of a normal distribution its standard deviation. */
    private static final double CONSISTENT = 1.4826;

    /** Which hours of the past it was taken from; the narrowest that has enough. */
    public enum Basis {
        /** The same hour of the same day of the week (同一星期同一小时). */
        WEEKDAY,
        /** The same hour of working days, or of weekends. */
        DAY_TYPE,
        /** The same hour of all days. */
        ALL_DAYS
    }

    /**
     * What is usual at the hour; empty while too little is known.
     *
     * @param past readings of the same hour of the day, on earlier days, in any order
     */
    public static Optional<Usual> of(OperationMeasure measure, HourReading now, List<HourReading> past) {
        var day = at(now.hour());
        List<HourReading> hours = past.stream()
                .filter(one -> one.hour().isBefore(now.hour()) && at(one.hour()).getHour() == day.getHour())
                .toList();
        for (var basis : Basis.values()) {
            var usual = of(measure, now, hours, basis, day);
            if (usual.isPresent()) {
                return usual;
            }
        }
        return Optional.empty();
    }

    private static Optional<Usual> of(OperationMeasure measure, HourReading now, List<HourReading> hours, Basis basis,
            ZonedDateTime day) {
        Predicate<HourReading> alike = switch (basis) {
            case WEEKDAY -> one -> at(one.hour()).getDayOfWeek() == day.getDayOfWeek();
            case DAY_TYPE -> one -> weekend(at(one.hour())) == weekend(day);
            case ALL_DAYS -> _ -> true;
        };
        var values = hours.stream().filter(alike).map(measure::of).filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue).toArray();
        if (values.length < FEWEST) {
            return Optional.empty();
        }
        double median = median(values);
        double mad = median(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
        double scale = Math.max(CONSISTENT * mad, measure.share()
                ? shareNoise(median, measure.base(now))
                : countNoise(median));
        double high = median + BAND * scale;
        return Optional.of(new Usual(median, Math.max(0, median - BAND * scale), measure.share()
                ? Math.min(1, high)
                : high, scale, values.length, basis));
    }

    /** Counts of independent things vary by their root (Poisson), and busy places by a tenth from week to week. */
    private static double countNoise(double median) {
        return Math.max(1, Math.max(Math.sqrt(median), median / 10));
    }

    /** A share of few varies by chance (binomial; the prior of a half keeps 0 and 1 from being certain), and by 3 points otherwise. */
    private static double shareNoise(double median, double base) {
        double likely = (median * base + 0.5) / (base + 1);
        return Math.max(0.03, Math.sqrt(likely * (1 - likely) / Math.max(1, base)));
    }

    /** How many scales above the median a value lies; negative below. */
    public double score(double value) {
        return (value - median) / scale;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static ZonedDateTime at(Instant hour) {
        return hour.atZone(Holidays.ZONE);
    }

    private static boolean weekend(ZonedDateTime day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
