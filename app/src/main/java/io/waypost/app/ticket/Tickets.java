package io.waypost.app.ticket;

import io.waypost.core.sop.TicketKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other features may ask about tickets, and of them; they see what the actor's scope reaches. Thread-safe. */
public interface Tickets {

    /** The open ticket of the parcel that says most about where it is: one about its movement before any other. */
    Optional<OpenTicket> open(String waybill);

    /** The tickets of the parcel, the newest first. */
    List<TicketBrief> ofParcel(String waybill);

    /** The ticket of that id. */
    Optional<TicketBrief> find(UUID id);

    /** The ticket of that number, as people type it. */
    Optional<TicketBrief> findByNumber(String number);

    /**
     * Opens a ticket for the current actor, or joins the open one of the same parcel and matter. Joins the running transaction.
     *
     * @throws io.waypost.app.kernel.Refusal with the field that is not acceptable
     */
    Opened open(NewMatter matter);

    /**
     * The customer, or the partner for them, writes; whoever waited for it goes on.
     *
     * @param photoIds files that the same actor uploaded to the ticket; not more than three
     */
    TicketBrief message(UUID id, String text, List<UUID> photoIds);

    /** The partner adds a file that it uploaded to the ticket; whoever waited for the customer goes on. */
    TicketBrief addFile(UUID id, UUID attachmentId);

    /** The customer, or the partner for them, asks again. */
    TicketBrief urge(UUID id, @Nullable String note);

    /** The customer no longer wants it. */
    TicketBrief withdraw(UUID id, @Nullable String note);

    /** The customer says that the result is right. */
    TicketBrief confirm(UUID id, @Nullable String note);

    /** The customer says that the result is not right: one level up decides. */
    TicketBrief dispute(UUID id, String note);

    /** The regulator passed on an appeal about it; the platform's own step, whoever acts. Joins the running transaction. */
    TicketBrief receiveAppeal(UUID id, String appealNumber);

    /** The regulator closed the appeal; the same. */
    TicketBrief endAppeal(UUID id, String appealNumber);

    /** Those of the given ids that changed at or after {@code since}, by change and id, from after {@code afterId} on. */
    List<TicketBrief> changed(Changes changes);

    /** What was said to and by the customer, the oldest first. */
    List<TicketMessage> messages(UUID id);

    /** The customer's cases about that parcel in plain words, the newest first; what the platform found out by itself is none. */
    List<CustomerCase> casesOf(String waybill);

    /**
     * The customer says how content they are with the end of the ticket; once more within a week.
     *
     * @param stars 1 to 5
     * @throws io.waypost.app.kernel.Refusal with the reason of {@link io.waypost.core.ticket.RatingRules}, or the wrong field
     */
    void rate(UUID id, @Nullable Integer stars, @Nullable String words);

    /** A message to or from the customer. */
    record TicketMessage(UUID id, Instant at, boolean fromCustomer, String by, String text) {}

    /** A ticket, and whether it was open before. */
    record Opened(TicketBrief ticket, boolean joined) {}

    /**
     * A matter to be opened.
     *
     * @param waybill null where the kind is not about a parcel
     * @param contactName in clear; sealed at once
     * @param contactPhone in clear; sealed at once
     */
    record NewMatter(
            TicketKind kind,
            @Nullable String waybill,
            String description,
            boolean urgent,
            @Nullable String contactName,
            @Nullable String contactPhone) {}

    /**
     * Which changed tickets are asked for.
     *
     * @param ids only these; empty for all that the actor reaches
     * @param since changed at or after that
     * @param afterId with {@code since}, the last one seen; null for the first page
     */
    record Changes(List<UUID> ids, Instant since, @Nullable UUID afterId, int limit) {

        public Changes {
            ids = List.copyOf(ids);
        }
    }
}
