package io.waypost.app.partner;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Permission;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.kernel.Scope;
import io.waypost.app.sop.Sops;
import io.waypost.app.ticket.CaseFiles;
import io.waypost.app.ticket.CaseFiles.CaseFile;
import io.waypost.app.ticket.TicketBrief;
import io.waypost.app.ticket.Tickets;
import io.waypost.app.ticket.Tickets.NewMatter;
import io.waypost.core.partner.PartnerState;
import io.waypost.core.partner.TicketDraft;
import io.waypost.core.partner.TicketDraft.Contact;
import io.waypost.core.sop.KindEntry;
import io.waypost.core.sop.TicketKind;
import io.waypost.core.ticket.TicketState;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The platform's tickets in the words of the open API. */
@Component
class CaseTickets implements PartnerTickets {

    /** What a partner may do with a ticket that is its own; whether it may at all is decided by the route. */
    private static final Set<Permission> OWN = EnumSet.of(Permission.TICKET_READ, Permission.TICKET_OPEN,
            Permission.TICKET_NOTE);

    private final Tickets tickets;
    private final CaseFiles files;
    private final Sops sops;

    CaseTickets(Tickets tickets, CaseFiles files, Sops sops) {
        this.tickets = tickets;
        this.files = files;
        this.sops = sops;
    }

    @Override
    public List<Kind> kinds() {
        var all = sops.kinds().all().stream().filter(CaseTickets::offered).toList();
        return all.stream().filter(entry -> !entry.kind().detailed())
                .map(main -> new Kind(main.kind().code(), main.nameZh(), all.stream()
                        .filter(entry -> entry.kind().detailed() && entry.kind().main().equals(main.kind()))
                        .map(entry -> new Detail(entry.kind().code(), entry.nameZh())).toList()))
                .toList();
    }

    @Override
    public boolean known(String kind, Optional<String> detail) {
        return TicketKind.read(kind).filter(main -> !main.detailed()).filter(this::offered)
                .filter(main -> detail.isEmpty() || detail.flatMap(TicketKind::read)
                        .filter(below -> below.detailed() && below.main().equals(main)).filter(this::offered)
                        .isPresent())
                .isPresent();
    }

    @Override
    public Opened open(Actor.Partner partner, TicketDraft draft) {
        var code = draft.detail() == null ? draft.kind() : draft.detail();
        var contact = draft.contact();
        var matter = new NewMatter(new TicketKind(code), draft.waybill(),
                draft.description() == null ? entry(code).nameZh() : draft.description(), false,
                contact.map(Contact::name).orElse((String) null), contact.map(Contact::phone).orElse((String) null));
        var opened = Acting.as(acting(partner), () -> tickets.open(matter));
        return new Opened(standing(opened.ticket()), opened.joined());
    }

    @Override
    public Standing message(Actor.Partner partner, UUID ticketId, String text) {
        return standing(Acting.as(acting(partner), () -> tickets.message(ticketId, text, List.of())));
    }

    /** With the platform's reach, because a ticket is kept by units that the partner does not reach; that it is theirs was looked up. */
    @Override
    public PartnerFile upload(Actor.Partner partner, UUID ticketId, String name, InputStream content) {
        var reaching = new Actor.Partner(partner.keyId(), partner.name(), Scope.EVERYTHING, OWN);
        return file(Acting.as(reaching, () -> files.upload(ticketId, name, content, false)));
    }

    @Override
    public Standing file(Actor.Partner partner, UUID ticketId, UUID fileId) {
        return standing(Acting.as(acting(partner), () -> tickets.addFile(ticketId, fileId)));
    }

    @Override
    public List<PartnerFile> files(UUID keyId, UUID ticketId) {
        return files.ofPartner(ticketId, keyId).stream().map(CaseTickets::file).toList();
    }

    @Override
    public Resource content(UUID fileId) {
        return files.content(fileId);
    }

    private static PartnerFile file(CaseFile file) {
        return new PartnerFile(file.id(), file.type(), file.mediaType(), file.name(), file.bytes(), file.at());
    }

    @Override
    public Standing urge(Actor.Partner partner, UUID ticketId, @Nullable String text) {
        return standing(Acting.as(acting(partner), () -> tickets.urge(ticketId, text)));
    }

    @Override
    public Standing withdraw(Actor.Partner partner, UUID ticketId, @Nullable String text) {
        return standing(Acting.as(acting(partner), () -> tickets.withdraw(ticketId, text)));
    }

    @Override
    public List<PartnerMessage> replies(UUID ticketId) {
        return tickets.messages(ticketId).stream().filter(message -> !message.fromCustomer())
                .map(message -> new PartnerMessage(message.id(), PartnerMessage.Side.PLATFORM, message.at(),
                        message.text()))
                .toList();
    }

    @Override
    public Optional<Standing> now(UUID ticketId) {
        return tickets.find(ticketId).map(CaseTickets::standing);
    }

    /** How far that is, in the words for partners. */
    static PartnerState state(TicketState.Name name) {
        return switch (name) {
            case UNOPENED, NEW, TRIAGED, DISPATCHED, REOPENED -> PartnerState.RECEIVED;
            case ACCEPTED, IN_PROGRESS, ESCALATED, APPEALED -> PartnerState.IN_PROGRESS;
            case WAITING -> PartnerState.WAITING;
            case REPLIED, CLOSE_APPLIED, CHECKED, CALLED_BACK -> PartnerState.ANSWERED;
            case CLOSED, MERGED -> PartnerState.CLOSED;
            case REJECTED, INVALID -> PartnerState.REJECTED;
        };
    }

    private static Standing standing(TicketBrief brief) {
        var kind = new TicketKind(brief.kind());
        return new Standing(brief.id(), brief.number(), Objects.requireNonNullElse(brief.waybill(), ""),
                kind.main().code(), kind.detailed() ? brief.kind() : null, state(brief.state()), brief.urgent(),
                brief.openedAt(), brief.dueAt(), brief.closedAt(), brief.endReason());
    }

    private static Actor acting(Actor.Partner partner) {
        return new Actor.Partner(partner.keyId(), partner.name(), partner.scope(), OWN);
    }

    private boolean offered(TicketKind kind) {
        return sops.kinds().find(kind).filter(CaseTickets::offered).isPresent();
    }

    private static boolean offered(KindEntry entry) {
        return entry.active() && entry.forPeople() && entry.aboutParcel();
    }

    private KindEntry entry(String code) {
        return TicketKind.read(code).flatMap(sops.kinds()::find)
                .orElseThrow(
                        () -> Refusal.invalid("kind", code, "UNKNOWN", "Use a code of GET /open/v1/ticket-kinds."));
    }
}
