package io.waypost.app.ticket;

import io.waypost.app.ticket.KeptTicket.Facts;
import io.waypost.app.ticket.KeptTicket.Intake;
import io.waypost.app.ticket.KeptTicket.Origin;
import io.waypost.app.ticket.TicketOpening.Draft;
import io.waypost.app.ticket.TicketSteps.Step;
import io.waypost.app.ticket.Triaging.Incoming;
import io.waypost.app.watch.Findings;
import io.waypost.app.watch.MassEvent;
import io.waypost.app.watch.MassEvents;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.Caller;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketCommand.CauseGone;
import io.waypost.core.triage.TriageChannel;
import io.waypost.core.watch.MassCause;
import io.waypost.core.watch.SilenceFinding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * One ticket for a place where many parcels fell silent together; the parcels hang on it. Whoever has a ticket of a parcel's own,
 * such as its customer's, keeps it, under the place's.
 */
@Component
class TicketMasses {

    private final TicketStore store;
    private final TicketSteps steps;
    private final TicketOpening opening;
    private final TicketRulebook rulebook;
    private final Ladders ladders;
    private final Triaging triaging;
    private final Findings findings;
    private final MassEvents masses;

    TicketMasses(TicketStore store, TicketSteps steps, TicketOpening opening, TicketRulebook rulebook, Ladders ladders,
            Triaging triaging, Findings findings, MassEvents masses) {
        this.store = store;
        this.steps = steps;
        this.opening = opening;
        this.rulebook = rulebook;
        this.ladders = ladders;
        this.triaging = triaging;
        this.findings = findings;
        this.masses = masses;
    }

    /** Whether it is the ticket of a mass event: about silent parcels, and not about one. */
    static boolean isMass(KeptTicket kept) {
        return kept.ticket().silent() && kept.waybill() == null;
    }

    /**
     * Lets a finding hang on its event's ticket, or on the one that is open about its parcel.
     *
     * @param join how that one is joined
     */
    void hang(SilenceFinding finding, MassEvent event, Step step, UnaryOperator<KeptTicket> join) {
        var parent = open(event).orElseGet(() -> begin(event, step));
        var own = store.lockOpen(finding.waybill()).stream()
                .filter(kept -> rulebook.joins(TicketKind.SILENT_PARCEL, kept)).findFirst();
        if (own.isEmpty()) {
            findings.ticketOpened(finding.id(), parent);
            return;
        }
        var joined = join.apply(own.get());
        under(joined, parent);
        findings.ticketOpened(finding.id(), joined.id());
    }

    /** The event is over: its ticket ends by itself. */
    void end(MassEvent event, Instant at) {
        var kept = Optional.ofNullable(event.ticketId()).flatMap(store::lock).filter(one -> !one.ticket().ended());
        kept.ifPresent(one -> steps.take(one,
                TicketOpening.decided(one.ticket(), new CauseGone(), rulebook.of(one), Caller.PLATFORM, at),
                new Step(By.PLATFORM, at, null, Map.of("eventId", event.id().toString()))));
    }

    /** A ticket that somebody closed too early is not opened again: the place gets a new one. */
    private Optional<UUID> open(MassEvent event) {
        return Optional.ofNullable(event.ticketId()).flatMap(store::find).filter(kept -> !kept.ticket().ended())
                .map(KeptTicket::id);
    }

    private UUID begin(MassEvent event, Step step) {
        var ladder = ladders.of(event.site());
        var placed = triaging.place(new Incoming(TicketKind.SILENT_PARCEL, TriageChannel.WATCH, false, 1, null, ladder,
                ladder.region(), null, ""), step.at());
        var about = Ticket.about(TicketKind.SILENT_PARCEL, placed.urgent() != null, placed.desk(), placed.ladder());
        var facts = Facts.NONE.withUrgency(Triaging.urgency(placed, step.at()));
        var intake = new Intake(Origin.WATCH, description(event), 1, null);
        var parent = opening.openOrJoin(new Draft(null, about, facts, intake, null, null, placed),
                new Step(By.PLATFORM, step.at(), null, Map.of("eventId", event.id().toString(), "massCause",
                        event.cause().name(), "parcels", event.joined())),
                kept -> kept).kept().id();
        masses.earlierTickets(event.id()).stream().map(store::lock).flatMap(Optional::stream)
                .filter(kept -> !kept.ticket().ended() && !kept.id().equals(parent)
                        && kept.intake().parentId() == null && !isMass(kept))
                .forEach(kept -> under(kept, parent));
        masses.ticketOpened(event.id(), parent);
        return parent;
    }

    private void under(KeptTicket kept, UUID parent) {
        if (kept.intake().parentId() == null) {
            store.update(List.of(new TicketStore.Woken(kept.childOf(parent), store.wakeAt(kept.id()))));
        }
    }

    private String description(MassEvent event) {
        var name = ladders.name(event.site());
        return event.cause() == MassCause.AT_SITE
                ? "%s：一批包裹停在这里，超过限时没有扫描".formatted(name)
                : "%s：从这里发出的一批包裹，超过限时没有到下一站".formatted(name);
    }
}
