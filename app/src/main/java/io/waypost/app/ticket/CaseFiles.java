package io.waypost.app.ticket;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;

/** Files that customers and partners bring to tickets; they see what the actor's scope reaches. Thread-safe. */
public interface CaseFiles {

    /**
     * Takes a file in for the current actor; it belongs to nothing until a step uses it, and is forgotten after a day. Not to be called
     * inside a transaction.
     *
     * @param name as the sender calls it; never trusted
     * @param photosOnly whether anything but a JPEG or PNG is refused
     * @throws io.waypost.app.kernel.Refusal with the field {@code file} where it is not taken
     */
    CaseFile upload(UUID ticketId, String name, InputStream content, boolean photosOnly);

    /** The files that the partner of that key added to the ticket, the oldest first. */
    List<CaseFile> ofPartner(UUID ticketId, UUID keyId);

    /** The content of a file. */
    Resource content(UUID fileId);

    /**
     * A file.
     *
     * @param type what it is by its content: PICTURE, PDF, MP4, MOV, XLSX, DOCX
     */
    record CaseFile(UUID id, String type, String mediaType, String name, long bytes, Instant at) {}
}
