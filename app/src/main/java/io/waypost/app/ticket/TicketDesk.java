package io.waypost.app.ticket;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.ticket.KeptTicket.Facts;
import io.waypost.app.ticket.TicketSteps.Step;
import io.waypost.app.ticket.TicketView.Action;
import io.waypost.core.ticket.TicketCommand;
import io.waypost.core.ticket.TicketDecision.Accepted;
import io.waypost.core.ticket.TicketDecision.Refused;
import io.waypost.core.ticket.TicketRules;
import io.waypost.core.ticket.TicketState.Closed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts people's commands to tickets.
 *
 * <p>What somebody may see is checked as that person, under row-level security. The step itself is the platform's: it may
 * reach units that the person does not, such as the region above or the place that a parcel was sent on to. Locks are taken
 * in the order of the scans' intake, the parcel before its ticket, so that the two never wait for each other.
 */
@Service
class TicketDesk {

    private static final Actor PLATFORM = new Actor.Internal("ticket-desk");

    private final TicketStore store;
    private final TicketSteps steps;
    private final TicketPolicies policies;
    private final TicketViews views;
    private final Parcels parcels;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TicketDesk(TicketStore store, TicketSteps steps, TicketPolicies policies, TicketViews views, Parcels parcels,
            AuditTrail audit, Clock clock, TransactionTemplate transaction) {
        this.store = store;
        this.steps = steps;
        this.policies = policies;
        this.views = views;
        this.parcels = parcels;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What somebody asks.
     *
     * @param version the version they have before them; null where it does not matter
     * @param facts what to note besides the rules' decision
     * @param done what else belongs to the step, inside its transaction
     */
    record Ask(
            Action action,
            TicketCommand command,
            @Nullable Integer version,
            @Nullable String text,
            Map<String, Object> data,
            BiFunction<KeptTicket, Instant, Facts> facts,
            BiConsumer<KeptTicket, Instant> done) {

        static Ask plain(Action action, TicketCommand command, @Nullable String text) {
            return new Ask(action, command, null, text, Map.of(), (kept, _) -> kept.facts(), (_, _) -> {});
        }

        Ask noting(BiFunction<KeptTicket, Instant, Facts> other) {
            return new Ask(action, command, version, text, data, other, done);
        }

        Ask of(int seen) {
            return new Ask(action, command, seen, text, data, facts, done);
        }

        Ask saying(Map<String, Object> other) {
            return new Ask(action, command, version, text, other, facts, done);
        }

        Ask then(BiConsumer<KeptTicket, Instant> other) {
            return new Ask(action, command, version, text, data, facts, other);
        }
    }

    /** Puts the question and answers with the ticket as it stands then. */
    TicketView perform(UUID id, Ask ask) {
        var actor = Acting.current();
        var waybill = reachable(id).waybill();
        try {
            Acting.as(PLATFORM, () -> transaction.executeWithoutResult(_ -> {
                parcels.lock(waybill);
                step(store.lock(id).orElseThrow(), actor, ask);
            }));
        } catch (Stale stale) {
            throw Refusal.conflict("STALE_VERSION", "Somebody else was faster. Look at the ticket as it stands now.")
                    .with("current", views.of(id));
        }
        return views.of(id);
    }

    KeptTicket reachable(UUID id) {
        return transaction.execute(_ -> store.find(id).orElseThrow(() -> Refusal.notFound("ticket", id)));
    }

    /** The business time of a step that begins now. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    KeptTicket step(KeptTicket kept, Actor actor, Ask ask) {
        if (ask.version() != null && ask.version() != kept.version()) {
            throw new Stale();
        }
        requireAllowed(kept, actor, ask.action());
        var at = now();
        var accepted = switch (TicketRules.decide(kept.ticket(), ask.command(), policies.of(kept.policyVersion()),
                at)) {
            case Accepted granted -> granted;
            case Refused(var reason) -> throw TicketRefusals.of(reason, kept.number());
        };
        var next = steps.take(kept.with(ask.facts().apply(kept, at)), accepted,
                new Step(By.of(actor), at, ask.text(), ask.data()));
        ask.done().accept(next, at);
        Acting.as(actor,
                () -> audit.record(ask.action().name(), "TICKET", kept.number(), next.placePath(), ask.data()));
        return next;
    }

    private static void requireAllowed(KeptTicket kept, Actor actor, Action action) {
        if (!(kept.ticket().state() instanceof Closed) && !TicketViews.allowed(kept, actor).contains(action)
                && !(action == Action.URGENT && kept.ticket().urgent())) {
            throw Refusal.conflict("NOT_YOUR_UNIT",
                    "The ticket %s is with %s now.".formatted(kept.number(), kept.holder().unitCode()));
        }
    }

    /** Rolls the step back; the answer is made outside of its transaction. */
    private static final class Stale extends RuntimeException {

        Stale() {
            super("The ticket was changed in the meantime.", null, false, false);
        }
    }
}
