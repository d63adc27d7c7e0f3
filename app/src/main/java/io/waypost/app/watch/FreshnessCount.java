package io.waypost.app.watch;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.parcel.Journeys;
import io.waypost.app.parcel.Journeys.Lag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts, minute by minute, how late scans arrived. It reads the timelines a little behind the clock instead of slowing the scans down on
 * their way in; a minute is counted once all its scans have been committed.
 */
@Service
class FreshnessCount implements DueWork, Freshness {

    private static final Duration BEHIND = Duration.ofMinutes(2);
    private static final Duration AT_ONCE = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(28);

    private final Journeys journeys;
    private final FreshnessStore store;
    private final Lanes lanes;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FreshnessCount(Journeys journeys, FreshnessStore store, Lanes lanes, Clock clock,
            PlatformTransactionManager transactions) {
        this.journeys = journeys;
        this.store = store;
        this.lanes = lanes;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Site> sites(Instant since, Instant until, String unitPath) {
        return store.sites(since, until, unitPath);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Lag> lags) {
        store.add(lags, lanes::path);
    }

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public Optional<Instant> nextDue() {
        var counted = Objects.requireNonNull(transaction.execute(_ -> Optional.ofNullable(store.countedUntil())));
        return Optional
                .of(counted.map(until -> until.plus(BEHIND).plus(Duration.ofMinutes(1))).orElseGet(clock::instant));
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
            var lags = journeys.lags(counted, end);
            if (!lags.isEmpty()) {
                store.add(lags, lanes::path);
            }
            if (end.truncatedTo(ChronoUnit.DAYS).isAfter(counted)) {
                store.forget(end.minus(KEPT));
            }
            store.counted(end);
            return 1;
        }));
    }
}
