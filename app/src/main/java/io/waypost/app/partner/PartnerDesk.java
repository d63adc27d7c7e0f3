package io.waypost.app.partner;

import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Ids;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.parcel.Parcels;
import io.waypost.app.partner.PartnerMessage.Side;
import io.waypost.app.partner.PartnerTickets.Standing;
import io.waypost.core.partner.PartnerEvent;
import io.waypost.core.partner.TicketDraft;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/**
 * A partner's tickets: opened, followed and told of. Its methods work in the running transaction, which the platform began, but for
 * {@link #check}.
 */
@Service
class PartnerDesk {

    private final PartnerTickets tickets;
    private final PartnerTicketStore store;
    private final PartnerMessageStore messages;
    private final AnswerStore locks;
    private final Parcels parcels;
    private final PartnerNews news;
    private final Clock clock;

    PartnerDesk(PartnerTickets tickets, PartnerTicketStore store, PartnerMessageStore messages, AnswerStore locks,
            Parcels parcels, PartnerNews news, Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.messages = messages;
        this.locks = locks;
        this.parcels = parcels;
        this.news = news;
        this.clock = clock;
    }

    /** A file with its content. */
    record Opened(PartnerFile file, Resource content) {}

    /** A ticket, and whether this request opened it. */
    record Opening(PartnerTicket ticket, boolean fresh) {}

    /** Refuses a parcel that the partner does not reach; asked as the partner, before the work's transaction. */
    void check(String waybill) {
        if (parcels.find(waybill).isEmpty()) {
            throw Refusal.invalid("waybill", waybill, "UNKNOWN",
                    "There is no such parcel within the reach of this key.");
        }
    }

    /** Opens the ticket; the same number about the same matter a second time is the same ticket. */
    Opening open(Actor.Partner partner, TicketDraft draft) {
        var keyId = partner.keyId();
        locks.lockExternalId(keyId, draft.externalId());
        var before = store.byExternalId(keyId, draft.externalId());
        if (before.isPresent()) {
            return new Opening(same(before.get(), draft), false);
        }
        var at = now();
        var opened = tickets.open(partner, draft);
        boolean fresh = store.insert(keyId, draft, opened.standing(), at);
        store.addExternalId(keyId, draft.externalId(), opened.standing().id(), at);
        if (draft.description() != null) {
            messages.add(keyId, opened.standing().id(),
                    new PartnerMessage(Ids.next(at), Side.PARTNER, at, draft.description()));
        }
        if (!fresh) {
            store.touch(keyId, opened.standing().id(), at);
        }
        var ticket = get(keyId, opened.standing().id());
        news.tell(keyId, fresh ? PartnerEvent.TICKET_OPENED : PartnerEvent.TICKET_UPDATED, ticket, at);
        return new Opening(ticket, fresh);
    }

    PartnerMessage message(Actor.Partner partner, UUID ticketId, String text) {
        get(partner.keyId(), ticketId);
        tickets.message(partner, ticketId, text);
        var at = now();
        var message = new PartnerMessage(Ids.next(at), Side.PARTNER, at, text);
        said(partner.keyId(), ticketId, message);
        return message;
    }

    /** Takes a file in for the partner's ticket; outside of the work's transaction, and of no effect until it is added. */
    PartnerFile upload(Actor.Partner partner, UUID ticketId, String name, InputStream content) {
        return tickets.upload(partner, ticketId, name, content);
    }

    PartnerFile file(Actor.Partner partner, UUID ticketId, PartnerFile file) {
        get(partner.keyId(), ticketId);
        changed(tickets.file(partner, ticketId, file.id()), now());
        return file;
    }

    /** The files that the partner added, the oldest first. */
    List<PartnerFile> files(UUID keyId, UUID ticketId) {
        get(keyId, ticketId);
        return tickets.files(keyId, ticketId);
    }

    /** One of them with its content. */
    Opened open(UUID keyId, UUID ticketId, UUID fileId) {
        var file = files(keyId, ticketId).stream().filter(one -> one.id().equals(fileId)).findFirst()
                .orElseThrow(() -> Refusal.notFound("attachment", fileId));
        return new Opened(file, tickets.content(fileId));
    }

    PartnerTicket urge(Actor.Partner partner, UUID ticketId, @Nullable String text) {
        get(partner.keyId(), ticketId);
        changed(tickets.urge(partner, ticketId, text), now());
        return get(partner.keyId(), ticketId);
    }

    PartnerTicket withdraw(Actor.Partner partner, UUID ticketId, @Nullable String text) {
        if (get(partner.keyId(), ticketId).state().over()) {
            throw Refusal.conflict("ALREADY_CLOSED", "The ticket is over already.");
        }
        changed(tickets.withdraw(partner, ticketId, text), now());
        return get(partner.keyId(), ticketId);
    }

    /** Follows a step of a ticket, whoever's it is; nothing happens where no partner has it. */
    void changed(Standing standing, Instant at) {
        for (var changed : store.follow(standing, at)) {
            news.tell(changed.keyId(), PartnerEvent.of(changed.before(), standing.state()),
                    get(changed.keyId(), standing.id()), at);
        }
    }

    /** What was said between the partner and the platform, the oldest first; nothing of what others said to it. */
    List<PartnerMessage> messages(UUID keyId, UUID ticketId) {
        get(keyId, ticketId);
        return Stream.concat(messages.list(keyId, ticketId).stream(), tickets.replies(ticketId).stream())
                .sorted(Comparator.comparing(PartnerMessage::at).thenComparing(PartnerMessage::id)).toList();
    }

    /** The partner's ticket. */
    PartnerTicket get(UUID keyId, UUID ticketId) {
        return store.find(keyId, ticketId).orElseThrow(() -> Refusal.notFound("ticket", ticketId));
    }

    private void said(UUID keyId, UUID ticketId, PartnerMessage message) {
        messages.add(keyId, ticketId, message);
        store.touch(keyId, ticketId, message.at());
        news.tell(keyId, PartnerEvent.MESSAGE_ADDED, get(keyId, ticketId), message.at());
    }

    private static PartnerTicket same(PartnerTicket ticket, TicketDraft draft) {
        if (ticket.waybill().equals(draft.waybill())) {
            return ticket;
        }
        throw Refusal.conflict("EXTERNAL_ID_TAKEN", "The number %s is that of the ticket %s about %s."
                .formatted(draft.externalId(), ticket.number(), ticket.waybill())).with("ticket_id", ticket.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
