package io.waypost.app.partner;

import io.waypost.app.kernel.Actor;
import io.waypost.core.partner.PartnerState;
import io.waypost.core.partner.TicketDraft;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * What partners may do with tickets, in the words of the open API: the one place where these meet the tickets of the platform. Each
 * method works in the running transaction, which the platform began.
 */
interface PartnerTickets {

    /** What a ticket can be opened for. */
    List<Kind> kinds();

    /** Opens a ticket for the partner, or joins the one that is open about the same matter. */
    Opened open(Actor.Partner partner, TicketDraft draft);

    /** Adds what the partner has to say. */
    Standing message(Actor.Partner partner, UUID ticketId, String text);

    /** Takes a file in, before the work's transaction; it belongs to nothing until {@link #file} uses it. */
    PartnerFile upload(Actor.Partner partner, UUID ticketId, String name, InputStream content);

    /** Adds a file that was taken in. */
    Standing file(Actor.Partner partner, UUID ticketId, UUID fileId);

    /** The files that the partner added, the oldest first. */
    List<PartnerFile> files(UUID keyId, UUID ticketId);

    /** The content of one of them. */
    Resource content(UUID fileId);

    /** The customer asks again. */
    Standing urge(Actor.Partner partner, UUID ticketId, @Nullable String text);

    /** The matter is over for the customer. */
    Standing withdraw(Actor.Partner partner, UUID ticketId, @Nullable String text);

    /** What the platform said to the customer about it, the oldest first. */
    List<PartnerMessage> replies(UUID ticketId);

    /** How the ticket stands; empty where there is none. */
    Optional<Standing> now(UUID ticketId);

    /** Whether there is such a kind, and such a detail in it where one is named. */
    boolean known(String kind, Optional<String> detail);

    /** A kind with its details. */
    record Kind(String code, String name, List<Detail> details) {

        public Kind {
            details = List.copyOf(details);
        }
    }

    record Detail(String code, String name) {}

    /** A ticket, and whether it was open before. */
    record Opened(Standing standing, boolean joined) {}

    /**
     * How a ticket stands.
     *
     * @param dueAt when the next answer is due; null while none is asked for
     * @param result the code of how it ended; null while it has not
     */
    record Standing(UUID id, String number, String waybill, String kind, @Nullable String detail, PartnerState state,
            boolean urgent, Instant openedAt, @Nullable Instant dueAt, @Nullable Instant closedAt,
            @Nullable String result) {}
}
