package io.waypost.app.ticket;

import io.waypost.app.calendar.CalendarsChanged;
import io.waypost.app.calendar.UnitCalendarChanged;
import io.waypost.app.kernel.Deadlines;
import io.waypost.app.kernel.DueWork;
import io.waypost.app.sop.SopPublished;
import io.waypost.app.sop.Sops;
import io.waypost.app.ticket.TicketSteps.Step;
import io.waypost.core.sop.KindEntry;
import io.waypost.core.ticket.Caller;
import io.waypost.core.ticket.TicketCommand.Recount;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the clocks of open tickets anew after a calendar or an SOP changed: only those that the change touches, put in line in the
 * transaction of the change and worked off in batches by whichever node claims them.
 */
@Component
class TicketRecount implements DueWork {

    private static final int BATCH = 500;

    private final RecountStore store;
    private final TicketSteps steps;
    private final TicketRulebook rulebook;
    private final Sops sops;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TicketRecount(RecountStore store, TicketSteps steps, TicketRulebook rulebook, Sops sops,
            ObjectProvider<Deadlines> deadlines, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.steps = steps;
        this.rulebook = rulebook;
        this.sops = sops;
        this.deadlines = deadlines;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CalendarsChanged changed) {
        wakeIfAny(store.markByCalendar(changed.touched()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(UnitCalendarChanged changed) {
        wakeIfAny(store.markByUnit(changed.unitPath()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SopPublished published) {
        if (published.runningToo()) {
            var now = clock.instant();
            var followers = sops.kinds().all().stream().map(KindEntry::kind)
                    .filter(kind -> sops.inForce(kind, now).id().kind().equals(published.id().kind()))
                    .map(kind -> kind.code()).toList();
            wakeIfAny(store.markBySop(published.id(), followers));
        }
    }

    @Override
    public String name() {
        return "ticket-recount";
    }

    @Override
    public Optional<Instant> nextDue() {
        return transaction.execute(_ -> store.any()) ? Optional.of(clock.instant()) : Optional.empty();
    }

    @Override
    public int runDue(Instant now) {
        return transaction.execute(_ -> recount(store.claim(BATCH), now));
    }

    private int recount(List<KeptTicket> tickets, Instant now) {
        if (tickets.isEmpty()) {
            return 0;
        }
        var writer = steps.writer();
        for (var kept : tickets.stream().filter(one -> !one.ticket().ended()).toList()) {
            steps.take(kept,
                    TicketOpening.decided(kept.ticket(), new Recount(), rulebook.of(kept), Caller.PLATFORM, now),
                    Step.byPlatform(now), writer);
        }
        steps.write(writer);
        store.done(tickets.stream().map(KeptTicket::id).toList());
        return tickets.size();
    }

    private void wakeIfAny(int marked) {
        if (marked > 0) {
            deadlines.getObject().wake(TicketRecount.class);
        }
    }
}
