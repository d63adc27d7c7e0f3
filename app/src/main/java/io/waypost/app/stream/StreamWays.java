package io.waypost.app.stream;

import io.waypost.app.kernel.Deadlines;
import io.waypost.app.parcel.TimelineScan;
import io.waypost.app.parcel.WaysElsewhere;
import io.waypost.watch.table.WaybillKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The ways of the stream's parcels, for whoever judges promises and learns from timelines. */
@Component
class StreamWays implements WaysElsewhere {

    private static final Logger LOG = LoggerFactory.getLogger(StreamWays.class);

    /** After so many parcels that cannot be told none is asked for, for a while: a cluster that is away would be waited for each time. */
    private static final int FAILURES = 3;
    private static final Duration REST = Duration.ofMinutes(1);
    private static final int COUNTED_AT_ONCE = 100_000;

    private final StreamSource source;
    private final PickStore picks;
    private final Picked picked;
    private final HostStore hosts;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock clock;
    private volatile Instant restsUntil = Instant.MIN;

    StreamWays(StreamSource source, PickStore picks, Picked picked, HostStore hosts,
            ObjectProvider<Deadlines> deadlines, Clock clock) {
        this.source = source;
        this.picks = picks;
        this.picked = picked;
        this.hosts = hosts;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public boolean open() {
        return source.open();
    }

    @Override
    public boolean away() {
        return !source.open() && hosts.claimed();
    }

    @Override
    public boolean follows() {
        return source.follows();
    }

    @Override
    public Map<String, List<TimelineScan>> of(Collection<String> waybills) {
        var told = new HashMap<String, List<TimelineScan>>();
        if (waybills.isEmpty() || restsUntil.isAfter(clock.instant())) {
            return told;
        }
        try {
            // After a start the timelines are behind for some seconds: whoever is judged by them would be late with what was delivered.
            source.settle();
        } catch (RuntimeException failed) {
            LOG.warn("The stream's timelines cannot be waited for; nothing is read from them for {}", REST, failed);
            restsUntil = clock.instant().plus(REST);
            return told;
        }
        int failures = 0;
        for (var waybill : waybills) {
            try {
                var scans = of(waybill);
                if (!scans.isEmpty()) {
                    told.put(waybill, scans.timeline());
                }
            } catch (RuntimeException unreachable) {
                LOG.warn("The scans of {} cannot be had now", waybill, unreachable);
                if (++failures == FAILURES) {
                    restsUntil = clock.instant().plus(REST);
                    return told;
                }
            }
        }
        return told;
    }

    private PickedScans of(String waybill) {
        long parcel = WaybillKey.of(waybill);
        var scans = new PickedScans();
        if (WaybillKey.packed(parcel)) {
            source.tell(parcel, scans);
        }
        return scans;
    }

    @Override
    public void bring(Collection<String> waybills) {
        // One that is picked and followed has them, or is about to.
        var parcels = waybills.stream().map(WaybillKey::of).filter(WaybillKey::packed)
                .filter(parcel -> !source.follows() || !picked.has(parcel)).sorted().toList();
        if (!parcels.isEmpty()) {
            picks.ask(parcels, clock.instant());
            deadlines.getObject().wake(Picking.class);
        }
    }

    @Override
    public long size() {
        return source.size();
    }

    @Override
    public Piece sample(Instant since, int oneIn, @Nullable String place, int most) {
        var keys = source.sample(since, oneIn, place == null ? 0 : Long.parseLong(place), most);
        var parcels = new HashMap<String, List<TimelineScan>>();
        for (long parcel : keys) {
            if (WaybillKey.packed(parcel)) {
                var scans = new PickedScans();
                source.tell(parcel, since, scans);
                if (!scans.isEmpty()) {
                    parcels.put(WaybillKey.text(parcel), scans.timeline());
                }
            }
        }
        return new Piece(parcels, goesOn(keys, most) ? Long.toString(keys[most - 1] + 1) : null);
    }

    @Override
    public long count(Instant since, int oneIn) {
        long counted = 0;
        long from = 0;
        while (true) {
            var keys = source.sample(since, oneIn, from, COUNTED_AT_ONCE);
            counted += keys.length;
            if (!goesOn(keys, COUNTED_AT_ONCE)) {
                return counted;
            }
            from = keys[keys.length - 1] + 1;
        }
    }

    /** Keys that do not hold a waybill come last, and nothing is learnt from them. */
    private static boolean goesOn(long[] keys, int most) {
        return keys.length == most && WaybillKey.packed(keys[most - 1]);
    }
}
