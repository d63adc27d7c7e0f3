package io.waypost.app.claim;

import io.waypost.app.claim.ClaimSteps.Did;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.network.UnitsMoved;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks claims of which the time is over, each once, on whichever node claims it; and follows units that move. */
@Component
class ClaimDeadlines implements DueWork {

    private static final int BATCH = 100;

    private final CaseStore store;
    private final ClaimSteps steps;
    private final TransactionTemplate batch;

    ClaimDeadlines(CaseStore store, ClaimSteps steps, PlatformTransactionManager transactions) {
        this.store = store;
        this.steps = steps;
        this.batch = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "claim-deadlines";
    }

    @Override
    public Optional<Instant> nextDue() {
        return batch.execute(_ -> store.nextDue());
    }

    @Override
    public int runDue(Instant now) {
        return batch.execute(_ -> {
            var due = store.claimDue(now, BATCH);
            due.forEach(claim -> {
                store.overdue(claim.id());
                steps.log(claim, Did.OVERDUE, null, Map.of());
            });
            return due.size();
        });
    }

    @EventListener
    void on(UnitsMoved moved) {
        Acting.as(new Actor.Internal("claim"), () -> store.moveUnits(moved.oldPrefix(), moved.newPrefix()));
    }
}
