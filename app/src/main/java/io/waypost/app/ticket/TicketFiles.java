package io.waypost.app.ticket;

import io.waypost.app.attachment.Attachment;
import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.kernel.Refusal;
import io.waypost.app.ticket.TicketDesk.Ask;
import io.waypost.core.attachment.FileType;
import io.waypost.core.ticket.TicketCommand;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files of tickets (工单附件): which step each came with, and what that step says of it. */
@Component
class TicketFiles {

    /** How many files one step may bring. */
    static final int MOST = 10;

    private final Attachments attachments;

    TicketFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    /** With what a file came; the names are part of the API. */
    enum Source {
        ANSWER,
        NOTE,
        /** From the customer. */
        MESSAGE,
        PARTNER
    }

    /**
     * A file with what it came.
     *
     * @param of the row of the answer or message, the key of the partner; for a note, the ticket
     */
    record Filed(Attachment file, Source source, UUID of) {}

    static Subject subject(UUID ticketId) {
        return new Subject(TicketFileOwner.KIND, ticketId);
    }

    /** Everything that was used on the ticket, the oldest first. */
    List<Filed> of(UUID ticketId) {
        return attachments.of(subject(ticketId)).stream().map(TicketFiles::filed).toList();
    }

    /** Whether a picture shows what was found. */
    boolean anyPicture(UUID ticketId) {
        return attachments.of(subject(ticketId)).stream().anyMatch(file -> file.type() == FileType.PICTURE);
    }

    /**
     * Uses files that the actor uploaded to the ticket; joins the running transaction.
     *
     * @param field as the request calls them
     * @throws Refusal by that field where one is not there, not theirs or used before
     */
    List<Attachment> use(UUID ticketId, Actor by, Collection<UUID> ids, Source source, UUID of, String field) {
        try {
            return Acting.as(by, () -> attachments.use(subject(ticketId), ids, source + ":" + of));
        } catch (Refusal refusal) {
            throw Refusal.invalid(field, ids, "UNKNOWN", "Upload the files to this ticket first, and use each once.");
        }
    }

    /** A note that brings files: the step of somebody of ours. */
    static Ask note(@Nullable String text, Collection<UUID> ids) {
        return Ask.plain(TicketAction.NOTE, new TicketCommand.Note(), text).saying(Map.of("files", ids.size()));
    }

    /** Refuses none, too many, and the same one twice. */
    static List<UUID> checked(String field, @Nullable List<UUID> ids, int most) {
        if (ids == null || ids.isEmpty()) {
            throw Refusal.invalid(field, null, "MISSING", "Name the files that were uploaded to this ticket.");
        }
        if (ids.size() > most || new HashSet<>(ids).size() != ids.size()) {
            throw Refusal.invalid(field, ids, "TOO_MANY", "At most %d files, each once.".formatted(most));
        }
        return ids;
    }

    private static Filed filed(Attachment file) {
        var purpose = file.purpose() == null ? "" : file.purpose();
        int colon = purpose.indexOf(':');
        if (colon < 0) {
            throw new IllegalStateException(
                    "The file %s of a ticket has the purpose %s.".formatted(file.id(), purpose));
        }
        return new Filed(file, Source.valueOf(purpose.substring(0, colon)),
                UUID.fromString(purpose.substring(colon + 1)));
    }
}
