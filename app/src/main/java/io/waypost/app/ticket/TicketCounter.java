package io.waypost.app.ticket;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.parcel.ParcelFacts;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.ticket.KeptTicket.Facts;
import io.waypost.app.ticket.TicketDesk.Ask;
import io.waypost.app.ticket.TicketOpening.Opened;
import io.waypost.app.ticket.TicketSteps.Step;
import io.waypost.app.ticket.TicketView.Action;
import io.waypost.app.watch.Findings;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.Ladder;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketCommand.Close;
import io.waypost.core.ticket.TicketCommand.Note;
import io.waypost.core.ticket.TicketCommand.RaiseUrgent;
import io.waypost.core.ticket.TicketCommand.Urge;
import io.waypost.core.ticket.TicketKind;
import io.waypost.core.ticket.UrgentReason;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What customers ask for, by their agents: open, urge, note, 加急, close. */
@Service
class TicketCounter {

    private static final Actor PLATFORM = new Actor.Internal("ticket-counter");

    private final TicketDesk desk;
    private final TicketOpening opening;
    private final TicketStore store;
    private final Ladders ladders;
    private final Parcels parcels;
    private final Findings findings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    TicketCounter(TicketDesk desk, TicketOpening opening, TicketStore store, Ladders ladders, Parcels parcels,
            Findings findings, AuditTrail audit, TransactionTemplate transaction) {
        this.desk = desk;
        this.opening = opening;
        this.store = store;
        this.ladders = ladders;
        this.parcels = parcels;
        this.findings = findings;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A customer's matter as it comes in. */
    record Matter(String waybill, TicketKind kind, @Nullable String note, @Nullable Urgency urgent) {}

    /** Why it is 加急. */
    record Urgency(UrgentReason reason, @Nullable String note) {}

    /** Opens a ticket with the place that has the parcel, or urges the one that is open. */
    Opened open(Matter matter) {
        var actor = Acting.current();
        if (matter.urgent() != null && !actor.may(Permission.TICKET_URGENT)) {
            throw Refusal.forbidden("FORBIDDEN", "Raising a ticket to urgent is not yours to do.");
        }
        var parcel = parcels.find(matter.waybill()).orElseThrow(() -> Refusal.notFound("parcel", matter.waybill()));
        return Acting.as(PLATFORM, () -> transaction.execute(_ -> {
            parcels.lock(parcel.waybill());
            var opened = openOrUrge(parcel, matter, actor);
            letSee(opened.kept(), actor);
            Acting.as(actor, () -> audit.record(opened.joined() ? "URGE" : "OPEN", "TICKET", opened.kept().number(),
                    opened.kept().placePath(), Map.of("kind", matter.kind().name())));
            return opened;
        }));
    }

    TicketView urge(UUID id, @Nullable String note) {
        return desk.perform(id, urging(note));
    }

    TicketView note(UUID id, String text) {
        return desk.perform(id, Ask.plain(Action.NOTE, new Note(), text));
    }

    TicketView urgent(UUID id, Urgency urgency) {
        return desk.perform(id, raising(urgency));
    }

    /** Closes the ticket; the finding behind it is settled with it and stays quiet until the parcel moves. */
    TicketView close(UUID id, CloseReason reason, @Nullable String note, int version) {
        return desk.perform(id, Ask.plain(Action.CLOSE, new Close(reason), note)
                .of(version)
                .saying(Map.of("reason", reason.name()))
                .then((kept, _) -> settle(kept)));
    }

    private void settle(KeptTicket kept) {
        if (kept.facts().findingId() != null) {
            findings.settle(kept.waybill());
        }
    }

    private Opened openOrUrge(ParcelFacts parcel, Matter matter, Actor actor) {
        var urgency = matter.urgent();
        var about = Ticket.about(matter.kind(), urgency != null, place(parcel));
        var facts = urgency == null ? Facts.NONE : Facts.NONE.withUrgentReason(urgency.reason());
        var step = new Step(By.of(actor), desk.now(), matter.note(), urgency == null ? Map.of() : data(urgency));
        return opening.openOrJoin(parcel.waybill(), about, facts, step, kept -> {
            var urged = desk.step(kept, actor, urging(matter.note()));
            return urgency == null || urged.ticket().urgent() ? urged : desk.step(urged, actor, raising(urgency));
        });
    }

    private static Ask urging(@Nullable String note) {
        return Ask.plain(Action.URGE, new Urge(), note).noting((kept, _) -> kept.facts().withUrge());
    }

    private static Ask raising(Urgency urgency) {
        return Ask.plain(Action.URGENT, new RaiseUrgent(), urgency.note())
                .saying(data(urgency))
                .noting((kept, _) -> kept.facts().withUrgentReason(urgency.reason()));
    }

    private static Map<String, Object> data(Urgency urgency) {
        return Map.of("reason", urgency.reason().name());
    }

    private Ladder place(ParcelFacts parcel) {
        var site = parcel.lastSite() == null ? parcel.originSite() : parcel.lastSite();
        return ladders.of(site == null ? "" : site);
    }

    /** Whoever opened or joined a ticket follows it, wherever it goes. */
    private void letSee(KeptTicket kept, Actor actor) {
        var scope = actor.scope();
        if (!scope.isEverything() && !scope.path().isEmpty()) {
            store.addSight(kept.id(), scope.path());
        }
    }
}
