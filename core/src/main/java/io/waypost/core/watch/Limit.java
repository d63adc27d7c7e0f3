package io.waypost.core.watch;

import io.waypost.core.scan.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How long one parcel may be silent, and why (静默时限).
 *
 * @param hours the whole limit, without pauses
 * @param floorHours no alert before it, whatever the row says
 * @param parts what the hours are made of, in the order of the calculation
 * @param version version of the table that it was taken from
 */
public record Limit(
        double hours,
        Stage stage,
        Lane lane,
        LimitRow.Basis basis,
        @Nullable Double percentile,
        @Nullable Long samples,
        double floorHours,
        List<Part> parts,
        int version) {

    public Limit {
        parts = List.copyOf(parts);
    }

    /** The whole limit. */
    public Duration duration() {
        return hours(hours);
    }

    /** The same limit with the paused time as a part, to be shown. */
    public Limit showing(Duration paused) {
        if (paused.isZero()) {
            return this;
        }
        var shown = new ArrayList<>(parts);
        shown.add(new Part(Kind.PAUSE, round(paused.toSeconds() / 3600.0), null));
        return new Limit(hours, stage, lane, basis, percentile, samples, floorHours, shown, version);
    }

    static Duration hours(double hours) {
        return Duration.ofSeconds(Math.round(hours * 3600));
    }

    static double round(double hours) {
        return Math.round(hours * 100) / 100.0;
    }

    /** Days of the week as a part of the calculation carries them, to be put into words by whoever shows it. */
    static String names(RestDays days) {
        return days.days().stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    /** One part of the calculation. */
    public record Part(Kind kind, double hours, @Nullable String label) {}

    /** What a part is. */
    public enum Kind {
        BASE,
        HOLIDAY,
        NIGHT,
        GRACE,
        PAUSE,
        FLOOR,
        REST
    }
}
