package io.waypost.app.outlet;

import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.watch.WatchCounts;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.network.UnitKind;
import io.waypost.core.outlet.AbnormalCause;
import io.waypost.core.outlet.HourReading;
import io.waypost.core.outlet.OperationRules;
import io.waypost.core.outlet.Vigil;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads how sites stood at the end of an hour and has the rules judge it. Inside the caller's transaction. */
@Component
class Judging {

    /** How far back what is usual is taken from: eight times each hour of the week. */
    static final Duration HISTORY = Duration.ofDays(56);

    /** Silent parcels are counted as they are now, which is no longer how they were when much later. */
    private static final Duration SILENT_KNOWN = Duration.ofMinutes(30);

    private final ReadingStore store;
    private final Abnormalities abnormalities;
    private final WatchCounts watch;
    private final Network network;

    Judging(ReadingStore store, Abnormalities abnormalities, WatchCounts watch, Network network) {
        this.store = store;
        this.abnormalities = abnormalities;
        this.watch = watch;
        this.network = network;
    }

    /** Judges the sites in the hour that begins then. */
    void judge(Collection<String> sites, Instant hour, Instant now) {
        var units = new HashMap<>(network.units(sites));
        units.values().removeIf(unit -> unit.kind() != UnitKind.OUTLET && unit.kind() != UnitKind.HUB);
        if (units.isEmpty()) {
            return;
        }
        var end = hour.plus(Duration.ofHours(1));
        var readings = store.take(units.keySet(), hour);
        if (now.isBefore(end.plus(SILENT_KNOWN))) {
            var silent = watch.silent(units.values().stream().map(Unit::path).toList());
            units.forEach((site, unit) -> readings.computeIfPresent(site,
                    (_, reading) -> with(reading, silent.getOrDefault(unit.path(), 0L))));
        }
        var past = store.sameHour(units.keySet(), hour.minus(HISTORY), hour);
        var vigils = store.vigils(units.keySet());
        var holiday = Holidays.china().touching(hour, hour).isPresent();
        units.forEach((site, unit) -> {
            var reading = readings.get(site);
            if (reading == null) {
                return;
            }
            boolean resting = holiday || !network.closures(site, hour, end).isEmpty();
            judge(unit, reading, past.getOrDefault(site, List.of()), vigils.getOrDefault(site, Map.of()),
                    resting, now);
        });
        store.keep(readings);
    }

    private void judge(Unit unit, HourReading reading, List<HourReading> past, Map<AbnormalCause, Vigil> before,
            boolean resting, Instant now) {
        var judgement = OperationRules.judge(reading, past, before, resting);
        var after = new HashMap<>(judgement.causes());
        after.values().removeIf(Vigil.NONE::equals);
        if (!after.equals(before)) {
            store.remember(unit.code(), after);
        }
        judgement.raised().forEach(deviation -> abnormalities.raise(unit, deviation, reading.hour(), now));
        judgement.standing().forEach(deviation -> abnormalities.goOn(unit, deviation, reading.hour()));
        judgement.cleared().forEach(cause -> abnormalities.clear(unit, cause, now));
    }

    private static HourReading with(HourReading reading, long silent) {
        return new HourReading(reading.hour(), reading.backlog(), reading.aged(), reading.scans(), reading.out(),
                reading.delivered(), reading.failed(), silent);
    }
}
