package io.waypost.app.outlet;

import io.waypost.core.calendar.Holidays;
import io.waypost.core.outlet.HourReading;
import io.waypost.core.outlet.OperationMeasure;
import io.waypost.core.outlet.Usual;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A measure of a site hour by hour beside what is usual then (运行曲线). */
record Curve(OperationMeasure measure, List<Point> points) {

    Curve {
        points = List.copyOf(points);
    }

    /**
     * An hour of it.
     *
     * @param value null where the measure has none in that hour
     * @param usual what it usually is; null, as are the ends of the band, while too little is known
     */
    record Point(Instant hour, @Nullable Double value, @Nullable Double usual, @Nullable Double low,
            @Nullable Double high) {}

    /** The curve of those readings that are not before the given hour; what is usual comes from all before each. */
    static Curve of(OperationMeasure measure, List<HourReading> readings, Instant from) {
        Map<Integer, List<HourReading>> byClock = readings.stream().collect(Collectors.groupingBy(Curve::clock));
        return new Curve(measure, readings.stream().filter(reading -> !reading.hour().isBefore(from))
                .map(reading -> point(measure, reading, byClock.getOrDefault(clock(reading), List.of()))).toList());
    }

    private static Point point(OperationMeasure measure, HourReading reading, List<HourReading> sameHour) {
        var usual = Usual.of(measure, reading, sameHour).orElse(null);
        return usual == null
                ? new Point(reading.hour(), measure.of(reading), null, null, null)
                : new Point(reading.hour(), measure.of(reading), usual.median(), usual.low(), usual.high());
    }

    private static int clock(HourReading reading) {
        return reading.hour().atZone(Holidays.ZONE).getHour();
    }
}
