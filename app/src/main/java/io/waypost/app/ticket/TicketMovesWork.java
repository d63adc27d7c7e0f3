package io.waypost.app.ticket;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.ticket.TicketSteps.Step;
import io.waypost.core.ticket.Caller;
import io.waypost.core.ticket.TicketCommand.Redispatch;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives tickets their new units after the tree has changed above them. */
@Component
class TicketMovesWork implements DueWork {

    private static final int BATCH = 200;

    private final TicketStore store;
    private final TicketSteps steps;
    private final TicketRulebook rulebook;
    private final Ladders ladders;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TicketMovesWork(TicketStore store, TicketSteps steps, TicketRulebook rulebook, Ladders ladders, Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.steps = steps;
        this.rulebook = rulebook;
        this.ladders = ladders;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "ticket-moves";
    }

    @Override
    public Optional<Instant> nextDue() {
        return transaction.execute(_ -> store.anyMoved()) ? Optional.of(clock.instant()) : Optional.empty();
    }

    @Override
    public int runDue(Instant now) {
        return transaction.execute(_ -> {
            int done = 0;
            for (var kept : store.claimMoved(BATCH)) {
                done += redispatch(kept, now);
            }
            return done;
        });
    }

    /** This node may not have seen the change yet; then the ticket waits for the next look. */
    private int redispatch(KeptTicket kept, Instant now) {
        var place = kept.ticket().ladder().place();
        if (!ladders.path(place).equals(kept.placePath())) {
            return 0;
        }
        var decision = TicketOpening.decided(kept.ticket(), new Redispatch(ladders.of(place)),
                rulebook.of(kept), Caller.PLATFORM, now);
        steps.take(kept, decision, Step.byPlatform(now));
        store.settled(kept.id());
        return 1;
    }
}
