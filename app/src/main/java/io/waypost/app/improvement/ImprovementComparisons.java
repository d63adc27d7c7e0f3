package io.waypost.app.improvement;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.OneByOne;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
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
    private final OneByOne oneByOne;
    private final TransactionTemplate batch;

    ImprovementComparisons(ItemStore store, Improvements improvements, Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.improvements = improvements;
        this.clock = clock;
        this.oneByOne = new OneByOne(transactions);
        this.batch = new TransactionTemplate(transactions);
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
        return batch.execute(_ -> oneByOne.each(store.claimDue(now, BATCH), improvements::compare, this::putOff));
    }

    private void putOff(KeptItem item, RuntimeException defect) {
        LOG.error("The comparison of improvement {} failed; tried again in {}", item.id(), REST, defect);
        store.postpone(item.id(), clock.instant().plus(REST));
    }
}
