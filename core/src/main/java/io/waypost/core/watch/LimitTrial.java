package io.waypost.core.watch;

import io.waypost.core.watch.WatchEffect.Cleared;
import io.waypost.core.watch.WatchEffect.Raised;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another table of limits would have made of the same scans (试算): the log of a parcel goes through the watch twice, once with
 * each table, and the warnings are held against each other.
 *
 * <p>Rests that a person granted are not in the log of scans; closures are. So a parcel that somebody let rest may be warned of in
 * both runs.
 */
public final class LimitTrial {

    private LimitTrial() {}

    /** A scan as it came in. */
    public record Arrived(LastScan scan, boolean historic, Instant at) {}

    /**
     * A warning of one silence under both tables; one of the two is there.
     *
     * @param base when it was raised under the table in force; null where it was not
     * @param tried when it was raised under the table that is tried; null where it was not
     * @param movedAt when the parcel went on; null where it did not until the end of the log
     */
    public record Pair(
            String waybill,
            Instant silentSince,
            SilenceFinding finding,
            @Nullable Instant base,
            @Nullable Instant tried,
            @Nullable Instant movedAt,
            @Nullable ClearCause cause) {

        /** How much later it was raised under the table that is tried; negative where earlier, zero where in one only. */
        public Duration later() {
            return base == null || tried == null ? Duration.ZERO : Duration.between(base, tried);
        }
    }

    /**
     * Holds the warnings about one parcel against each other, the earliest silence first.
     *
     * @param scans of that parcel, in the order in which they came in, from before the span on
     * @param from warnings that both tables would have raised before it are not of the span
     * @param until the end of the log: what is due later is not raised
     */
    public static List<Pair> of(String waybill, List<Arrived> scans, SilenceWatch base, SilenceWatch tried,
            Instant from,
            Instant until) {
        var before = run(waybill, scans, base, until);
        var after = run(waybill, scans, tried, until);
        var silences = new TreeMap<Instant, Pair>();
        before.forEach((since, one) -> silences.put(since, pair(one, after.get(since))));
        after.forEach((since, one) -> silences.computeIfAbsent(since, _ -> pair(null, one)));
        return silences.values().stream().filter(pair -> within(pair.base(), from) || within(pair.tried(), from))
                .toList();
    }

    private static boolean within(@Nullable Instant raised, Instant from) {
        return raised != null && !raised.isBefore(from);
    }

    private static Pair pair(@Nullable Warned base, @Nullable Warned tried) {
        var one = base == null ? tried : base;
        if (one == null) {
            throw new IllegalArgumentException("A silence that neither table warned of is no pair.");
        }
        var finding = one.finding();
        return new Pair(finding.waybill(), finding.silentSince(), finding,
                base == null ? null : base.finding().raisedAt(), tried == null ? null : tried.finding().raisedAt(),
                one.clearedAt(), one.cause());
    }

    private record Warned(SilenceFinding finding, @Nullable Instant clearedAt, @Nullable ClearCause cause) {}

    /** The first warning of each silence, by its beginning. */
    private static Map<Instant, Warned> run(String waybill, List<Arrived> scans, SilenceWatch watch, Instant until) {
        var state = WatchState.unseen(waybill);
        var effects = new ArrayList<WatchEffect>();
        for (var arrived : scans) {
            if (arrived.at().isBefore(until)) {
                var step = watch.onScan(state, arrived.scan(), arrived.historic(), arrived.at());
                state = step.state();
                effects.addAll(step.effects());
            }
        }
        effects.addAll(watch.advance(state, until).effects());
        var cleared = new HashMap<UUID, Cleared>();
        var raised = new LinkedHashMap<Instant, SilenceFinding>();
        for (var effect : effects) {
            switch (effect) {
                case Raised(var finding) -> raised.putIfAbsent(finding.silentSince(), finding);
                case Cleared one -> cleared.put(one.findingId(), one);
            }
        }
        var warned = new LinkedHashMap<Instant, Warned>();
        raised.forEach((since, finding) -> {
            var end = cleared.get(finding.id());
            warned.put(since, new Warned(finding, end == null ? null : end.at(), end == null ? null : end.cause()));
        });
        return warned;
    }
}
