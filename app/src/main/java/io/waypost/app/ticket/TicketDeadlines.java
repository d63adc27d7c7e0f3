package io.waypost.app.ticket;

import io.waypost.app.kernel.DueWork;
import io.waypost.app.kernel.OneByOne;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.ticket.TicketSteps.Step;
import io.waypost.app.ticket.TicketStore.Due;
import io.waypost.core.deadline.Firing;
import io.waypost.core.sop.Stage;
import io.waypost.core.ticket.Caller;
import io.waypost.core.ticket.TicketCommand;
import io.waypost.core.ticket.TicketCommand.CauseGone;
import io.waypost.core.ticket.TicketCommand.LookAgain;
import io.waypost.core.ticket.TicketRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives tickets the command of their deadline, once, on whichever node claims it. A batch is decided in memory and written
 * together; where that fails, each ticket is tried by itself, so that one defect holds up nobody.
 */
@Component
class TicketDeadlines implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(TicketDeadlines.class);
    private static final int BATCH = 250;
    private static final Duration REST = Duration.ofMinutes(5);

    private final TicketStore store;
    private final TicketSteps steps;
    private final TicketRulebook rulebook;
    private final Parcels parcels;
    private final FiringTime firing;
    private final Clock clock;
    private final OneByOne oneByOne;
    private final TransactionTemplate batch;

    TicketDeadlines(TicketStore store, TicketSteps steps, TicketRulebook rulebook, Parcels parcels, FiringTime firing,
            Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.steps = steps;
        this.rulebook = rulebook;
        this.parcels = parcels;
        this.firing = firing;
        this.clock = clock;
        this.oneByOne = new OneByOne(transactions);
        this.batch = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "ticket-deadlines";
    }

    /** While some wait for the database, others decide; two leave half of a small machine idle. */
    @Override
    public int workers() {
        return 4;
    }

    @Override
    public Optional<Instant> nextDue() {
        return batch.execute(_ -> store.nextWake());
    }

    @Override
    public int runDue(Instant now) {
        try {
            return batch.execute(_ -> together(store.claimDue(now, BATCH)));
        } catch (RuntimeException defect) {
            LOG.warn("A batch of deadlines could not be carried out together; each is tried by itself", defect);
            return batch.execute(
                    _ -> oneByOne.each(store.claimDue(now, BATCH), due -> together(List.of(due)), this::putOff));
        }
    }

    private int together(List<Due> due) {
        if (!due.isEmpty()) {
            var writer = steps.writer();
            var scans = parcels.lastScans(due.stream().map(Due::kept).filter(this::mayHaveMoved)
                    .map(KeptTicket::waybill).filter(Objects::nonNull).collect(Collectors.toSet()));
            due.forEach(one -> fire(one, scans, writer));
            steps.write(writer);
        }
        return due.size();
    }

    private void putOff(Due due, RuntimeException defect) {
        LOG.error("The deadline of ticket {} could not be carried out; tried again in {}", due.kept().number(), REST,
                defect);
        store.postpone(due.kept().id(), clock.instant().plus(REST));
    }

    private void fire(Due due, Map<String, Instant> scans, StepWriter writer) {
        var kept = due.kept();
        var terms = rulebook.of(kept);
        var at = firing.of(due.at());
        var deadline = TicketRules.deadline(kept.ticket(), terms, at);
        // A calendar or an SOP may have changed since: what is not due any more is only given its new time.
        TicketCommand command = deadline.filter(one -> !one.at().isAfter(at))
                .<TicketCommand>map(TicketCommand.Deadline::command)
                .orElseGet(LookAgain::new);
        if (!(command instanceof LookAgain) && movedByItself(kept, scans)) {
            command = new CauseGone();
        }
        var before = lateAnswer(kept, command) ? kept.with(kept.facts().withoutAnswerInTime()) : kept;
        steps.take(before, TicketOpening.decided(kept.ticket(), command, terms, Caller.PLATFORM, at),
                new Step(By.PLATFORM, at, null, Map.of()), writer);
    }

    private static boolean lateAnswer(KeptTicket kept, TicketCommand command) {
        var clock = kept.ticket().clock();
        return command instanceof TicketCommand.Fire(var key) && key.kind() == Firing.Kind.ESCALATION && clock != null
                && clock.stage() == Stage.RESPONSE;
    }

    /** A customer's ticket without a finding has no watch behind it: whether its parcel went on is looked up when it matters. */
    private boolean mayHaveMoved(KeptTicket kept) {
        return !kept.ticket().silent() && kept.waybill() != null && rulebook.of(kept).kind().endsWithMove();
    }

    private boolean movedByItself(KeptTicket kept, Map<String, Instant> scans) {
        if (!mayHaveMoved(kept)) {
            return false;
        }
        var answer = kept.facts().lastAnswer();
        var since = answer == null ? kept.openedAt() : answer.at();
        var scanned = scans.get(kept.waybill());
        return scanned != null && scanned.isAfter(since);
    }
}
