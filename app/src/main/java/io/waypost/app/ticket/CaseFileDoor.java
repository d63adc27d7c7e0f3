package io.waypost.app.ticket;

import io.waypost.app.attachment.Attachment;
import io.waypost.app.attachment.Attachments;
import io.waypost.app.ticket.TicketFiles.Filed;
import io.waypost.app.ticket.TicketFiles.Source;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/** The files of tickets, for other features. */
@Service
class CaseFileDoor implements CaseFiles {

    private final Attachments attachments;
    private final TicketFiles files;

    CaseFileDoor(Attachments attachments, TicketFiles files) {
        this.attachments = attachments;
        this.files = files;
    }

    @Override
    public CaseFile upload(UUID ticketId, String name, InputStream content, boolean photosOnly) {
        var subject = TicketFiles.subject(ticketId);
        return file(photosOnly
                ? attachments.addPicture(subject, name, content)
                : attachments.add(subject, name, content));
    }

    @Override
    public List<CaseFile> ofPartner(UUID ticketId, UUID keyId) {
        return files.of(ticketId).stream()
                .filter(one -> one.source() == Source.PARTNER && one.of().equals(keyId))
                .map(Filed::file).map(CaseFileDoor::file).toList();
    }

    @Override
    public Resource content(UUID fileId) {
        return attachments.open(fileId).content();
    }

    private static CaseFile file(Attachment file) {
        return new CaseFile(file.id(), file.type().name(), file.type().mediaType(), file.name(), file.bytes(),
                file.at());
    }
}
