package io.waypost.app.channel;

import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Refusal;
import io.waypost.core.attachment.FileType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The files behind their interface. */
@Component
class ChannelFileDesk implements ChannelFiles {

    private static final String PURPOSE = "CHAT";

    private final Attachments attachments;

    ChannelFileDesk(Attachments attachments) {
        this.attachments = attachments;
    }

    /** Takes a file in; not inside a transaction. Refused where the file is not taken, with words that say why. */
    Taken add(UUID conversation, String name, Content content) {
        return Acting.as(ChannelWork.CHANNEL, () -> {
            var added = attachments.add(subject(conversation), name, new ByteArrayInputStream(content.bytes()));
            return new Taken(added.id(), added.type() == FileType.PICTURE, added.name());
        });
    }

    /** A file that was taken in. */
    record Taken(UUID id, boolean picture, String name) {}

    /** Says that they belong to what is written now; joins the running transaction. */
    void use(UUID conversation, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            attachments.use(subject(conversation), ids, PURPOSE);
        }
    }

    @Override
    public Kept open(UUID file) throws ChannelTrouble {
        try {
            var opened = Acting.as(ChannelWork.CHANNEL, () -> attachments.open(file));
            return new Kept(opened.attachment().name(), opened.attachment().type().mediaType(),
                    Content.of(opened.content().getContentAsByteArray()));
        } catch (Refusal | IOException unreadable) {
            throw new ChannelTrouble("FILE_UNREADABLE", unreadable);
        }
    }

    private static Subject subject(UUID conversation) {
        return new Subject(Conversations.FILES, conversation);
    }
}
