package io.waypost.app.stream;

import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.core.anomaly.AnomalyPolicy;
import io.waypost.core.anomaly.AnomalyRules;
import io.waypost.watch.table.WaybillKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the rules of anomalies about parcels that the engine suspects, from all their scans in the stream's timelines. Where the rules have
 * something to say the parcel is picked, and the anomalies become work where the parcel is kept, by the same rules; else it is let go.
 */
@Component
class Suspicions implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(Suspicions.class);
    private static final int BATCH = 500;
    private static final Duration REST = Duration.ofMinutes(1);
    /** What is over for so long is nobody's work any more. */
    private static final Duration OLD = Duration.ofDays(14);

    private final StreamSource source;
    private final SuspicionStore store;
    private final PickStore picks;
    private final Picked picked;
    private final ObjectProvider<Deadlines> deadlines;
    private final AnomalyRules rules;
    private final TransactionTemplate transaction;

    Suspicions(StreamSource source, SuspicionStore store, PickStore picks, Picked picked, Network network,
            ObjectProvider<Deadlines> deadlines, PlatformTransactionManager transactions) {
        this.source = source;
        this.store = store;
        this.picks = picks;
        this.picked = picked;
        this.deadlines = deadlines;
        this.rules = new AnomalyRules(AnomalyPolicy.defaults(),
                site -> network.unit(site).map(Unit::kind).orElse(null));
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "stream-suspicions";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return source.open() ? Objects.requireNonNull(transaction.execute(_ -> store.earliest())) : Optional.empty();
    }

    @Override
    public int runDue(Instant now) {
        return source.open() ? Objects.requireNonNull(transaction.execute(_ -> lookAtDue(now))) : 0;
    }

    private int lookAtDue(Instant now) {
        var due = store.take(now, BATCH);
        if (due.isEmpty()) {
            return 0;
        }
        source.settle();
        var wrong = new ArrayList<Long>();
        var later = new ArrayList<SuspicionStore.Look>();
        for (long parcel : due) {
            // A picked one is looked at where it is kept.
            if (!picked.has(parcel)) {
                look(parcel, now, wrong, later);
            }
        }
        if (!wrong.isEmpty()) {
            picks.ask(wrong, now);
            deadlines.getObject().wake(Picking.class);
        }
        store.add(later.stream().sorted((one, other) -> Long.compare(one.parcel(), other.parcel())).toList());
        return due.size();
    }

    private void look(long parcel, Instant now, List<Long> wrong, List<SuspicionStore.Look> later) {
        var scans = new PickedScans();
        try {
            source.tell(parcel, scans);
        } catch (RuntimeException unreachable) {
            LOG.warn("The scans of the parcel of key {} cannot be had; tried again in {}", parcel, REST, unreachable);
            later.add(new SuspicionStore.Look(parcel, now.plus(REST)));
            return;
        }
        var said = rules.look(WaybillKey.text(parcel), scans.course(), now);
        if (said.anomalies().stream().anyMatch(one -> one.since().isAfter(now.minus(OLD)))) {
            wrong.add(parcel);
        } else if (said.next() != null) {
            // Up to the second: what falls due within it is said at its end.
            later.add(new SuspicionStore.Look(parcel, said.next().plusSeconds(1)));
        }
    }
}
