package io.waypost.app.ticket;

import io.waypost.app.audit.AuditTrail;
import io.waypost.app.identity.People;
import io.waypost.app.identity.PersonRef;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.network.Network;
import io.waypost.app.network.Unit;
import io.waypost.app.parcel.ParcelFacts;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.sop.Sops;
import io.waypost.app.ticket.KeptTicket.Facts;
import io.waypost.app.ticket.KeptTicket.Intake;
import io.waypost.app.ticket.KeptTicket.Origin;
import io.waypost.app.ticket.TicketDesk.Ask;
import io.waypost.app.ticket.TicketFiles.Source;
import io.waypost.app.ticket.TicketOpening.Draft;
import io.waypost.app.ticket.TicketOpening.Opened;
import io.waypost.app.ticket.TicketSteps.Step;
import io.waypost.app.ticket.Triaging.Incoming;
import io.waypost.app.watch.Findings;
import io.waypost.core.sop.KindEntry;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.CloseReason;
import io.waypost.core.ticket.Ladder;
import io.waypost.core.ticket.Ticket;
import io.waypost.core.ticket.TicketCommand.Close;
import io.waypost.core.ticket.TicketCommand.LowerUrgent;
import io.waypost.core.ticket.TicketCommand.Note;
import io.waypost.core.ticket.TicketCommand.RaiseUrgent;
import io.waypost.core.ticket.TicketCommand.Urge;
import io.waypost.core.ticket.UrgentReason;
import io.waypost.core.triage.TriageChannel;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Where customers' matters come in, whoever brings them: opened as a ticket, or joined to the one that is open. */
@Service
class TicketCounter {

    private final TicketDesk desk;
    private final TicketOpening opening;
    private final TicketStore store;
    private final ContactStore contacts;
    private final UrgencyStore urgencies;
    private final Ladders ladders;
    private final Network network;
    private final Sops sops;
    private final People people;
    private final Parcels parcels;
    private final Findings findings;
    private final Triaging triaging;
    private final TicketFiles files;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    TicketCounter(TicketDesk desk, TicketOpening opening, TicketStore store, ContactStore contacts,
            UrgencyStore urgencies, Ladders ladders, Network network, Sops sops, People people, Parcels parcels,
            Findings findings, Triaging triaging, TicketFiles files, AuditTrail audit,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.opening = opening;
        this.store = store;
        this.contacts = contacts;
        this.urgencies = urgencies;
        this.ladders = ladders;
        this.network = network;
        this.sops = sops;
        this.people = people;
        this.parcels = parcels;
        this.findings = findings;
        this.triaging = triaging;
        this.files = files;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * A customer's matter as it comes in.
     *
     * @param waybill null where the kind is not about a parcel
     * @param place the unit that it is about where there is no parcel; null for the actor's own
     */
    record Matter(
            @Nullable String waybill,
            TicketKind kind,
            @Nullable String note,
            @Nullable Urgency urgent,
            @Nullable Contact contact,
            @Nullable String place) {

        static Matter of(String waybill, TicketKind kind, @Nullable String note, @Nullable Urgency urgent) {
            return new Matter(waybill, kind, note, urgent, null, null);
        }
    }

    /** Who came with it, in clear. */
    record Contact(@Nullable String name, @Nullable String phone) {}

    /** Why it is 加急, and who has to see it through; null where whoever is on duty does. */
    record Urgency(UrgentReason reason, @Nullable String note, @Nullable UUID personId) {}

    /** Opens a ticket with its desk or the place that has the parcel, or urges the one that is open. */
    Opened open(Matter matter) {
        var actor = Acting.current();
        if (matter.urgent() != null && !actor.may(Permission.TICKET_URGENT)) {
            throw Refusal.forbidden("FORBIDDEN", "Raising a ticket to urgent is not yours to do.");
        }
        var entry = sops.kinds().find(matter.kind()).filter(KindEntry::active).filter(KindEntry::forPeople)
                .orElseThrow(() -> Refusal.invalid("kind", matter.kind().code(), "UNKNOWN",
                        "Name a kind of the catalogue, such as QUERY or DELAY.TRANSPORT."));
        var parcel = parcel(matter, entry);
        return Acting.as(TicketDesk.PLATFORM, () -> transaction.execute(_ -> {
            desk.lockParcel(parcel.map(ParcelFacts::waybill).orElse(null));
            var opened = openOrJoin(parcel, matter, actor);
            letSee(opened.kept(), actor);
            Acting.as(actor, () -> audit.record(opened.joined() ? "URGE" : "OPEN", "TICKET", opened.kept().number(),
                    opened.kept().placePath(), Map.of("kind", matter.kind().code())));
            return opened;
        }));
    }

    TicketView urge(UUID id, @Nullable String note) {
        return desk.perform(id, urging(note));
    }

    TicketView note(UUID id, String text) {
        return desk.perform(id, Ask.plain(TicketAction.NOTE, new Note(), text));
    }

    /** Adds files that were uploaded to the ticket, as a step of its history. */
    TicketView file(UUID id, @Nullable String text, List<UUID> ids) {
        var actor = Acting.current();
        return desk.perform(id, TicketFiles.note(text, ids).then(
                (kept, _) -> files.use(kept.id(), actor, ids, Source.NOTE, kept.id(), "file")));
    }

    TicketView urgent(UUID id, Urgency urgency) {
        return desk.perform(id, raising(urgency, Acting.current()));
    }

    TicketView lowerUrgent(UUID id, @Nullable String note) {
        var by = Acting.current().name();
        return desk.perform(id, Ask.plain(TicketAction.LOWER_URGENT, new LowerUrgent(), note)
                .then((kept, at) -> urgencies.lowered(kept.id(), by, at)));
    }

    /** Closes the ticket; the finding behind it is settled with it and stays quiet until the parcel moves. */
    TicketView close(UUID id, CloseReason reason, @Nullable String note, Integer version, KeptTicket.Result result) {
        return desk.perform(id, Ask.plain(TicketAction.CLOSE, new Close(reason), note)
                .of(version)
                .saying(Map.of("reason", reason.name()))
                .noting((kept, _) -> kept.with(TicketHandling.merged(kept.result(), result)))
                .then((kept, _) -> settle(kept)));
    }

    private void settle(KeptTicket kept) {
        if (kept.facts().findingId() != null && kept.waybill() != null) {
            findings.settle(kept.waybill());
        }
    }

    private Optional<ParcelFacts> parcel(Matter matter, KindEntry entry) {
        var waybill = matter.waybill();
        if (waybill == null || waybill.isBlank()) {
            if (entry.aboutParcel()) {
                throw Refusal.invalid("waybill", null, "MISSING", "This kind is about a parcel: name its waybill.");
            }
            return Optional.empty();
        }
        return Optional.of(parcels.find(waybill).orElseThrow(() -> Refusal.notFound("parcel", waybill)));
    }

    private Opened openOrJoin(Optional<ParcelFacts> parcel, Matter matter, Actor actor) {
        var at = desk.now();
        var urgency = matter.urgent();
        var kept = urgency == null ? null : kept(urgency, actor, at);
        var deskUnit = deskOf(actor);
        var ladder = parcel.map(this::place).orElseGet(() -> ladders.of(place(matter, deskUnit)));
        var repeat = matter.contact() == null
                ? 1
                : contacts.repeatNumber(matter.contact(), matter.kind(),
                        parcel.map(ParcelFacts::waybill).orElse(null), at);
        var said = matter.note() == null ? "" : matter.note();
        var placed = triaging
                .place(new Incoming(matter.kind(), TriageChannel.valueOf(origin(actor).name()), kept != null,
                        repeat, parcel.orElse(null), ladder, deskUnit,
                        actor instanceof Actor.Partner partner ? partner.name() : null, said), at);
        var urgent = kept == null ? Triaging.urgency(placed, at) : kept;
        var about = Ticket.about(matter.kind(), urgent != null, placed.desk(), placed.ladder());
        var draft = new Draft(parcel.map(ParcelFacts::waybill).orElse(null), about, Facts.NONE.withUrgency(urgent),
                new Intake(origin(actor), said, repeat, null), deskPerson(actor, placed.desk()), division(ladder),
                placed);
        var step = new Step(By.of(actor), at, matter.note(), urgent == null ? Map.of() : data(urgent));
        var opened = opening.openOrJoin(draft, step, open -> join(open, matter, actor));
        if (!opened.joined()) {
            urgencies.raised(opened.kept(), actor);
        }
        if (matter.contact() != null) {
            contacts.keep(opened.kept().id(), matter.contact());
        }
        return opened;
    }

    /** Whoever takes a matter in answers for it, unless a rule gives it to another desk. */
    private static @Nullable PersonRef deskPerson(Actor actor, String desk) {
        return actor instanceof Actor.Person person && person.unitCode().equals(desk)
                ? new PersonRef(person.id(), person.name())
                : null;
    }

    private KeptTicket join(KeptTicket open, Matter matter, Actor actor) {
        var urged = desk.step(open, actor, urging(matter.note()));
        return matter.urgent() == null || urged.ticket().urgent()
                ? urged
                : desk.step(urged, actor, raising(matter.urgent(), actor));
    }

    private static Ask urging(@Nullable String note) {
        return Ask.plain(TicketAction.URGE, new Urge(), note)
                .noting((kept, _) -> kept.with(kept.facts().withUrge()));
    }

    private Ask raising(Urgency urgency, Actor actor) {
        var kept = kept(urgency, actor, desk.now());
        return Ask.plain(TicketAction.URGENT, new RaiseUrgent(), urgency.note())
                .saying(data(kept))
                .noting((ticket, _) -> ticket.ticket().urgent()
                        ? ticket
                        : ticket.with(ticket.facts().withUrgency(kept)))
                .then((ticket, _) -> urgencies.raised(ticket, actor));
    }

    private KeptTicket.Urgency kept(Urgency urgency, Actor actor, Instant at) {
        PersonRef person = null;
        if (urgency.personId() != null) {
            person = people.names(List.of(urgency.personId())).get(urgency.personId());
            if (person == null) {
                throw Refusal.invalid("personId", urgency.personId(), "UNKNOWN", "Name somebody who has an account.");
            }
        }
        return new KeptTicket.Urgency(urgency.reason(), person, at, actor.name());
    }

    private static Map<String, Object> data(KeptTicket.Urgency urgency) {
        var data = new HashMap<String, Object>();
        data.put("reason", urgency.reason().name());
        if (urgency.person() != null) {
            data.put("person", urgency.person().name());
        }
        return data;
    }

    private Ladder place(ParcelFacts parcel) {
        var site = parcel.lastSite() == null ? parcel.originSite() : parcel.lastSite();
        return ladders.of(site == null ? "" : site);
    }

    private String place(Matter matter, String deskUnit) {
        if (matter.place() == null) {
            return deskUnit;
        }
        return network.unit(matter.place()).map(Unit::code)
                .orElseThrow(() -> Refusal.invalid("place", matter.place(), "UNKNOWN", "Name a unit by its code."));
    }

    /** A person's own unit answers for what they take in; the headquarters for what comes from outside. */
    private String deskOf(Actor actor) {
        return actor instanceof Actor.Person person
                ? person.unitCode()
                : network.headquarters().map(Unit::code).orElse("HQ");
    }

    private @Nullable String division(Ladder ladder) {
        return network.unit(ladder.place()).map(Unit::division).orElse(null);
    }

    private static Origin origin(Actor actor) {
        return switch (actor) {
            case Actor.Person _ -> Origin.AGENT;
            case Actor.Partner _ -> Origin.PARTNER;
            case Actor.Visitor _ -> Origin.CUSTOMER;
            case Actor.Internal platform -> platform.forCustomer() ? Origin.CUSTOMER : Origin.WATCH;
        };
    }

    /** Whoever opened or joined a ticket follows it, wherever it goes. */
    private void letSee(KeptTicket kept, Actor actor) {
        var scope = actor.scope();
        if (!scope.isEverything() && !scope.path().isEmpty() && !kept.placePath().startsWith(scope.path())) {
            store.addSights(List.of(new StepWriter.Sight(kept.id(), scope.path())));
        }
    }
}
