package io.waypost.app.ticket;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.ticket.TicketSteps.Step;
import io.waypost.app.ticket.TicketStore.Due;
import io.waypost.core.ticket.TicketCommand;
import io.waypost.core.ticket.TicketCommand.CauseGone;
import io.waypost.core.ticket.TicketRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives tickets the command of their deadline, once, on whichever node claims it. */
@Component
class TicketDeadlines implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(TicketDeadlines.class);
    private static final int BATCH = 100;
    private static final Duration REST = Duration.ofMinutes(5);

    private final TicketStore store;
    private final TicketSteps steps;
    private final TicketPolicies policies;
    private final Parcels parcels;
    private final FiringTime firing;
    private final Clock clock;
    private final TransactionTemplate batch;
    private final TransactionTemplate single;

    TicketDeadlines(TicketStore store, TicketSteps steps, TicketPolicies policies, Parcels parcels,
            FiringTime firing, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.steps = steps;
        this.policies = policies;
        this.parcels = parcels;
        this.firing = firing;
        this.clock = clock;
        this.batch = new TransactionTemplate(transactions);
        this.single = new TransactionTemplate(transactions);
        single.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public String name() {
        return "ticket-deadlines";
    }

    @Override
    public Optional<Instant> nextDue() {
        return batch.execute(_ -> store.nextWake());
    }

    @Override
    public int runDue(Instant now) {
        return batch.execute(_ -> {
            var due = store.claimDue(now, BATCH);
            due.forEach(this::fireAlone);
            return due.size();
        });
    }

    /** One ticket in a savepoint of its own: one that fails is put off and holds up nobody. */
    private void fireAlone(Due due) {
        try {
            single.executeWithoutResult(_ -> fire(due));
        } catch (RuntimeException defect) {
            LOG.error("The deadline of ticket {} could not be carried out; tried again in {}", due.kept().number(),
                    REST,
                    defect);
            store.postpone(due.kept().id(), clock.instant().plus(REST));
        }
    }

    private void fire(Due due) {
        var kept = due.kept();
        var policy = policies.of(kept.policyVersion());
        var at = firing.of(due.at(), policy);
        var deadline = TicketRules.deadline(kept.ticket(), policy)
                .orElseThrow(
                        () -> new IllegalStateException("The ticket %s has no deadline.".formatted(kept.number())));
        TicketCommand command = movedByItself(kept) ? new CauseGone() : deadline.command();
        var before = command instanceof TicketCommand.Escalate ? kept.with(kept.facts().withoutAnswerInTime()) : kept;
        steps.take(before, TicketOpening.decided(kept.ticket(), command, policy, at),
                new Step(By.PLATFORM, at, null, Map.of()));
    }

    /** A customer's ticket without a finding has no watch behind it: whether its parcel went on is looked up when it matters. */
    private boolean movedByItself(KeptTicket kept) {
        if (kept.ticket().silent()) {
            return false;
        }
        var answer = kept.facts().lastAnswer();
        var since = answer == null ? kept.openedAt() : answer.at();
        return parcels.find(kept.waybill())
                .map(parcel -> parcel.lastAt() != null && parcel.lastAt().isAfter(since))
                .orElse(false);
    }
}
