package io.waypost.app.tariff;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.parcel.Journeys;
import io.waypost.app.parcel.Journeys.Way;
import io.waypost.app.parcel.TimelineScan;
import io.waypost.core.calendar.Holidays;
import io.waypost.core.tariff.LaneHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Learns every night how long parcels took from where to where, from the timelines of the last four weeks, those of the stream among them
 * (历史时效). Parcels that were turned back, or are not there yet, are not counted.
 */
@Service
class LaneLearning implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(LaneLearning.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(4, 20);
    private static final Duration LOOKED_BACK = Duration.ofDays(28);

    /** As long as nothing is known it tries again so often. */
    private static final Duration UNTIL_THE_FIRST = Duration.ofHours(6);
    private static final long MOST_SCANS = 5_000_000;

    /** Fewer parcels than these say nothing of a lane. */
    static final int FEWEST = 30;

    private final Journeys journeys;
    private final LaneTimeStore store;
    private final Network network;
    private final TransactionTemplate transaction;

    LaneLearning(Journeys journeys, LaneTimeStore store, Network network, TransactionTemplate transaction) {
        this.journeys = journeys;
        this.store = store;
        this.network = network;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "lane-times";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(transaction.execute(_ -> Optional.of(due())));
    }

    private Instant due() {
        var learnt = store.learnt();
        var last = learnt.at();
        if (last == null) {
            return Instant.EPOCH;
        }
        var local = last.atZone(Holidays.ZONE);
        var tonight = local.with(AT_NIGHT).truncatedTo(ChronoUnit.SECONDS);
        var night = (tonight.isAfter(local) ? tonight : tonight.plusDays(1)).toInstant();
        var soon = last.plus(UNTIL_THE_FIRST);
        return journeys.from(!learnt.some() && soon.isBefore(night) ? soon : night);
    }

    @Override
    public int runDue(Instant now) {
        if (nextDue().filter(due -> !due.isAfter(now)).isEmpty()) {
            return 0;
        }
        // Another node that is at it, or was meanwhile, does it instead.
        return learn(now, () -> store.claim() && !due().isAfter(now)) ? 1 : 0;
    }

    /**
     * Learns now.
     *
     * @param ours whether it is ours to do; asked in the transaction that keeps what was learnt
     */
    boolean learn(Instant now, BooleanSupplier ours) {
        var since = now.minus(LOOKED_BACK);
        var history = new LaneHistory();
        int oneIn = Objects.requireNonNull(
                transaction.execute(_ -> (int) Math.max(1, journeys.size() / MOST_SCANS)));
        journeys.eachElsewhere(since, oneIn, way -> add(history, way));
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (!ours.getAsBoolean()) {
                return false;
            }
            journeys.each(since, oneIn, way -> add(history, way));
            var times = history.times(FEWEST);
            store.replace(times, now);
            LOG.info("Learnt how long parcels take on {} lanes", times.size());
            return true;
        }));
    }

    private void add(LaneHistory history, Way way) {
        var scans = way.scans().stream().filter(scan -> scan.type().valid()).toList();
        if (scans.isEmpty() || !scans.getLast().type().delivered()) {
            return;
        }
        var first = scans.getFirst();
        var last = scans.getLast();
        var from = division(first);
        var to = way.division() == null ? division(last) : way.division();
        if (from != null && to != null) {
            history.add(from, to, Duration.between(first.effectiveAt(), last.effectiveAt()));
        }
    }

    private @Nullable String division(TimelineScan scan) {
        return network.unit(scan.site()).map(Unit::division).orElse(null);
    }
}
