package io.waypost.app.partner;

import io.waypost.app.kernel.Refusal;
import io.waypost.core.partner.DraftReader;
import io.waypost.core.partner.DraftReader.Reading;
import io.waypost.core.partner.DraftReader.Sent;
import io.waypost.core.partner.TicketDraft;
import org.springframework.stereotype.Component;

/** Reads what partners send, with the kinds that are in force. */
@Component
class Drafts {

    private final PartnerTickets tickets;

    Drafts(PartnerTickets tickets) {
        this.tickets = tickets;
    }

    /**
     * The draft.
     *
     * @throws Refusal with every field that is wrong
     */
    TicketDraft read(PartnerTicketDraft body) {
        var contact = body.contact();
        var sent = new Sent(body.externalId(), body.kind(), body.detail(), body.waybill(), body.description(),
                contact == null ? null : contact.name(), contact == null ? null : contact.phone());
        return switch (DraftReader.read(sent, tickets::known)) {
            case Reading.Read(var draft) -> draft;
            case Reading.Flawed(var flaws) -> throw Refusal.invalid("Some fields are not acceptable.",
                    flaws.stream().map(flaw -> new Refusal.Field(flaw.field(), flaw.value(), flaw.code().name(),
                            flaw.message())).toList());
        };
    }
}
