package io.waypost.app.device;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.network.UnitsMoved;
import io.waypost.app.parcel.Journeys;
import io.waypost.app.parcel.Journeys.DeviceLag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts how late each scanner's scans arrived, a little behind the clock, from the timelines: scans are not slowed down on their way in,
 * and one that came twice stands there once.
 */
@Service
class LagCount implements DueWork, DeviceLags {

    private static final Duration BEHIND = Duration.ofMinutes(2);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration AT_ONCE = Duration.ofHours(1);
    /** What scanners are shown and judged by. */
    private static final Duration RECENT = Duration.ofDays(3);
    private static final Duration KEPT = Duration.ofDays(28);

    private final Journeys journeys;
    private final LagStore store;
    private final Network network;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LagCount(Journeys journeys, LagStore store, Network network, Clock clock, PlatformTransactionManager transactions) {
        this.journeys = journeys;
        this.store = store;
        this.network = network;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<DeviceLag> lags) {
        // What is recent must not be dropped at the same time; until when it is counted from the timelines is of no matter here.
        var _ = store.lockCountedUntil();
        store.add(lags, this::path);
    }

    @Override
    public String name() {
        return "device-lag";
    }

    @Override
    public Optional<Instant> nextDue() {
        var counted = Objects.requireNonNull(transaction.execute(_ -> Optional.ofNullable(store.countedUntil())));
        return Optional.of(counted.map(until -> until.plus(BEHIND).plus(EVERY)).orElseGet(clock::instant));
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var until = now.minus(BEHIND).truncatedTo(ChronoUnit.MINUTES);
            var counted = store.lockCountedUntil();
            if (counted == null) {
                store.counted(until);
                return 1;
            }
            if (!counted.isBefore(until)) {
                return 0;
            }
            var end = until.isAfter(counted.plus(AT_ONCE)) ? counted.plus(AT_ONCE) : until;
            var lags = journeys.deviceLags(counted, end);
            if (!lags.isEmpty()) {
                store.add(lags, this::path);
            }
            store.dropBefore(end.minus(RECENT).truncatedTo(ChronoUnit.HOURS));
            if (end.truncatedTo(ChronoUnit.DAYS).isAfter(counted)) {
                store.forget(end.minus(KEPT));
            }
            store.counted(end);
            return 1;
        }));
    }

    /** Scanners and what was counted of them go with their unit. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(UnitsMoved moved) {
        store.move(moved.oldPrefix(), moved.newPrefix());
    }

    private String path(String site) {
        return network.unit(site).map(Unit::path).orElse("/");
    }
}
