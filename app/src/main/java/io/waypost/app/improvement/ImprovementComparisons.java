package io.waypost.app.improvement;

import io.waypost.app.kernel.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares items when the weeks after them are over, each once, on whichever node claims it. */
@Component
class ImprovementComparisons implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImprovementComparisons.class);
    private static final int BATCH = 20;
    private static final Duration REST = Duration.ofHours(1);

    private final ItemStore store;
    private final Improvements improvements;
    private final Clock clock;
    private final TransactionTemplate batch;
    private final TransactionTemplate single;

    ImprovementComparisons(ItemStore store, Improvements improvements, Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.improvements = improvements;
        this.clock = clock;
        this.batch = new TransactionTemplate(transactions);
        this.single = new TransactionTemplate(transactions);
        single.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public String name() {
        return "improvement-comparisons";
    }

    @Override
    public Optional<Instant> nextDue() {
        return batch.execute(_ -> store.nextDue());
    }

    @Override
    public int runDue(Instant now) {
        return batch.execute(_ -> {
            var due = store.claimDue(now, BATCH);
            due.forEach(this::compareAlone);
            return due.size();
        });
    }

    /** One item in a savepoint of its own: one that fails is put off and holds up nobody. */
    private void compareAlone(KeptItem item) {
        try {
            single.executeWithoutResult(_ -> improvements.compare(item));
        } catch (RuntimeException defect) {
            LOG.error("The comparison of improvement {} failed; tried again in {}", item.id(), REST, defect);
            store.postpone(item.id(), clock.instant().plus(REST));
        }
    }
}
