package io.waypost.app.anomaly;

import io.waypost.app.anomaly.AnomalyProgressStore.Progress;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.parcel.ScanFeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at parcels that were scanned again, and at those whose time has come. What was seen and how far the scans were read are one
 * transaction, so that a crash tells nothing twice. It begins with the scans after its first start: nobody wants tickets about the past.
 */
@Component
class AnomalyWork implements DueWork {

    private static final int SCANS = 5_000;
    private static final int PARCELS = 500;
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final AnomalyProgressStore progress;
    private final LookStore looks;
    private final ScanFeed feed;
    private final Anomalies anomalies;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AnomalyWork(AnomalyProgressStore progress, LookStore looks, ScanFeed feed, Anomalies anomalies, Clock clock,
            PlatformTransactionManager transactions) {
        this.progress = progress;
        this.looks = looks;
        this.feed = feed;
        this.anomalies = anomalies;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "anomalies";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var at = progress.now().at();
            var scans = at == null ? clock.instant() : at.plus(EVERY);
            var look = looks.earliest().orElse(scans);
            return Optional.of(look.isBefore(scans) ? look : scans);
        }));
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> progress.claim().map(at -> work(at, now)).orElse(0)));
    }

    private int work(Progress done, Instant now) {
        var marker = done.marker();
        var at = done.at();
        if (marker == null || at == null) {
            progress.looked(feed.now(), now);
            return 1;
        }
        if (!at.plus(EVERY).isAfter(now)) {
            var batch = feed.since(marker, SCANS);
            anomalies.look(batch.parcels(), now);
            progress.looked(batch.marker(), batch.more() ? at : now);
            return 1;
        }
        var due = looks.take(now, PARCELS);
        if (!due.isEmpty()) {
            anomalies.look(feed.of(due), now);
        }
        return due.size();
    }
}
