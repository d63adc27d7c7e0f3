package io.waypost.app.attachment;

import io.waypost.app.kernel.Refusal;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.Resource;

/**
 * Files of things (附件): pictures, papers, films and office documents. Thread-safe.
 *
 * <p>A file is uploaded first and used afterwards, in the step that it belongs to; one that is never used is forgotten after a day.
 * Who sees and adds is decided by the {@link AttachmentOwner} of the thing, and once more by row-level security.
 */
public interface Attachments {

    /** How many files of one thing may wait to be used. */
    int MOST_UNUSED = 30;

    /**
     * Takes a file in for the current actor. Not to be called inside a transaction: reading and redrawing take their time.
     *
     * @param name as the sender calls it; never trusted
     * @param content read to its end or to the largest size that is taken, and left open
     * @throws Refusal if the actor may not add to the thing, or with the field {@code file} and a
     *         {@link io.waypost.core.attachment.FileFault} where the file is not taken
     */
    Attachment add(Subject subject, String name, InputStream content);

    /** The same of somebody who may only send photos: whatever is no JPEG or PNG is refused. */
    Attachment addPicture(Subject subject, String name, InputStream content);

    /** The files of the thing that were used, in the order in which they were added; none where the actor does not see it. */
    List<Attachment> of(Subject subject);

    /**
     * Uses files that the current actor uploaded to the thing; joins the running transaction.
     *
     * @param purpose what for, in the owner's words
     * @throws Refusal with the field {@code attachmentIds} if one of them is not there, not theirs, or used before
     */
    List<Attachment> use(Subject subject, Collection<UUID> ids, String purpose);

    /** Says who sees the files of the thing from now on, when its units changed; joins the running transaction. */
    void showTo(Subject subject, Set<String> unitPaths);

    /** The file with its content; refused as not found where the actor does not see the thing. */
    Opened open(UUID id);

    /** A file and where to read it. */
    record Opened(Attachment attachment, Resource content) {}
}
