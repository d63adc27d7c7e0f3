package io.waypost.app.claim;

import io.waypost.app.claim.ClaimSteps.Did;
import io.waypost.app.identity.DutyKind;
import io.waypost.app.identity.DutyRoster;
import io.waypost.app.identity.OnDuty;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.network.UnitsMoved;
import io.waypost.core.settlement.SettlementState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks claims of which the time is over, each once, on whichever node claims it; and follows units that move. */
@Component
class ClaimDeadlines implements DueWork {

    private static final int BATCH = 100;
    private static final Set<SettlementState> CUSTOMERS = EnumSet.of(SettlementState.WAITING_FOR_EVIDENCE,
            SettlementState.OFFERED, SettlementState.PAYEE_WRONG);

    private final CaseStore store;
    private final ClaimSteps steps;
    private final DutyRoster duties;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate batch;

    ClaimDeadlines(CaseStore store, ClaimSteps steps, DutyRoster duties, ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.steps = steps;
        this.duties = duties;
        this.events = events;
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
                tell(claim, now);
            });
            return due.size();
        });
    }

    /** Whoever deals with it, else whoever is on duty where it is dealt with. What waits for the customer is theirs to be late with. */
    private void tell(KeptClaim claim, Instant now) {
        var due = claim.times().dueAt();
        if (due == null || CUSTOMERS.contains(claim.settlement().state())) {
            return;
        }
        Optional.ofNullable(claim.place().handler())
                .or(() -> duties.onDuty(claim.place().unitCode(), DutyKind.ALL).map(OnDuty::person))
                .ifPresent(person -> events.publishEvent(
                        new ClaimNews(claim.id(), claim.number(), claim.waybill(), person, due, now)));
    }

    @EventListener
    void on(UnitsMoved moved) {
        Acting.as(new Actor.Internal("claim"), () -> store.moveUnits(moved.oldPrefix(), moved.newPrefix()));
    }
}
