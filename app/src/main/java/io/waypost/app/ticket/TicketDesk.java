package io.waypost.app.ticket;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.ticket.TicketSteps.Step;
import io.waypost.core.sop.Requirement;
import io.waypost.core.ticket.Caller;
import io.waypost.core.ticket.TicketCommand;
import io.waypost.core.ticket.TicketDecision.Granted;
import io.waypost.core.ticket.TicketDecision.Refused;
import io.waypost.core.ticket.TicketRules;
import io.waypost.core.ticket.TicketTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
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

    static final Actor PLATFORM = new Actor.Internal("ticket-desk");

    private final TicketStore store;
    private final TicketSteps steps;
    private final TicketRulebook rulebook;
    private final TicketAuthorities authorities;
    private final TicketFiles files;
    private final TicketViews views;
    private final Parcels parcels;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TicketDesk(TicketStore store, TicketSteps steps, TicketRulebook rulebook, TicketAuthorities authorities,
            TicketFiles files, TicketViews views, Parcels parcels, AuditTrail audit, Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.steps = steps;
        this.rulebook = rulebook;
        this.authorities = authorities;
        this.files = files;
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
     * @param brings what of the SOP's requirements comes with it, besides what is kept already
     * @param noting what to note besides the rules' decision
     * @param done what else belongs to the step, inside its transaction
     */
    record Ask(
            TicketAction action,
            TicketCommand command,
            @Nullable Integer version,
            @Nullable String text,
            Map<String, Object> data,
            Set<Requirement> brings,
            BiFunction<KeptTicket, Instant, KeptTicket> noting,
            BiConsumer<KeptTicket, Instant> done) {

        static Ask plain(TicketAction action, TicketCommand command, @Nullable String text) {
            return new Ask(action, command, null, text, Map.of(),
                    text == null ? Set.of() : Set.of(Requirement.REMARK), (kept, _) -> kept, (_, _) -> {});
        }

        Ask noting(BiFunction<KeptTicket, Instant, KeptTicket> other) {
            return new Ask(action, command, version, text, data, brings, other, done);
        }

        Ask of(@Nullable Integer seen) {
            return new Ask(action, command, seen, text, data, brings, noting, done);
        }

        Ask saying(Map<String, Object> other) {
            return new Ask(action, command, version, text, other, brings, noting, done);
        }

        Ask bringing(Requirement... more) {
            var all = EnumSet.noneOf(Requirement.class);
            all.addAll(brings);
            all.addAll(Set.of(more));
            return new Ask(action, command, version, text, data, all, noting, done);
        }

        Ask then(BiConsumer<KeptTicket, Instant> other) {
            return new Ask(action, command, version, text, data, brings, noting, other);
        }
    }

    /** Puts the question and answers with the ticket as it stands then. */
    TicketView perform(UUID id, Ask ask) {
        var actor = Acting.current();
        var waybill = reachable(id).waybill();
        try {
            Acting.as(PLATFORM, () -> transaction.executeWithoutResult(_ -> {
                lockParcel(waybill);
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

    void lockParcel(@Nullable String waybill) {
        if (waybill != null) {
            parcels.lock(waybill);
        }
    }

    /** The business time of a step that begins now. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    KeptTicket step(KeptTicket kept, Actor actor, Ask ask) {
        if (ask.version() != null && ask.version() != kept.version()) {
            throw new Stale();
        }
        var at = now();
        var noted = ask.noting().apply(kept, at);
        var caller = authorities.caller(kept, actor, ask.action(), fulfilled(noted, ask));
        var next = steps.take(noted, granted(noted, ask.command(), rulebook.of(noted), caller, at),
                new Step(By.of(actor), at, ask.text(), ask.data()));
        ask.done().accept(next, at);
        Acting.as(actor,
                () -> audit.record(ask.action().name(), "TICKET", kept.number(), next.placePath(), ask.data()));
        return next;
    }

    /**
     * The rules' decision, or their refusal as an answer of the API.
     *
     * @throws Refusal where the rules refuse
     */
    static Granted granted(KeptTicket kept, TicketCommand command, TicketTerms terms, Caller caller, Instant at) {
        return switch (TicketRules.decide(kept.ticket(), command, terms, caller, at)) {
            case Granted granted -> granted;
            case Refused(var reason, var missing) -> throw TicketRefusals.of(reason, missing, kept);
        };
    }

    private Set<Requirement> fulfilled(KeptTicket kept, Ask ask) {
        var there = EnumSet.noneOf(Requirement.class);
        there.addAll(ask.brings());
        if (kept.facts().lastAnswer() != null) {
            there.add(Requirement.REMARK);
        }
        if (kept.result().liability() != null) {
            there.add(Requirement.LIABILITY);
        }
        if (kept.result().causeCode() != null) {
            there.add(Requirement.ROOT_CAUSE);
        }
        if (files.anyPicture(kept.id())) {
            there.add(Requirement.PHOTO);
        }
        return there;
    }

    /** Rolls the step back; the answer is made outside of its transaction. */
    private static final class Stale extends RuntimeException {

        Stale() {
            super("The ticket was changed in the meantime.", null, false, false);
        }
    }
}
