package io.waypost.app.money;

import io.waypost.app.kernel.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks the sums of busy accounts every quarter of an hour, so that a balance never adds up more than what came since. */
@Service
class LedgerMarks implements DueWork {

    /** An account with fewer new lines than these is added up as quickly without a mark. */
    static final int LEAST = 500;

    private static final Duration EVERY = Duration.ofMinutes(15);

    private final MarkStore store;
    private final TransactionTemplate transaction;

    LedgerMarks(MarkStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "ledger-marks";
    }

    @Override
    public boolean punctual() {
        return false;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Objects.requireNonNull(transaction.execute(_ -> Optional.of(store.nextAt())));
    }

    @Override
    public int runDue(Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> store.claim(now).map(seen -> {
            long last = store.lastLine();
            store.busy(seen, last, LEAST).forEach(account -> store.mark(account, now));
            store.done(last, now.plus(EVERY));
            return 1;
        }).orElse(0)));
    }
}
