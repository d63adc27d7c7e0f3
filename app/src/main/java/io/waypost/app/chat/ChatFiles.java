package io.waypost.app.chat;

import io.waypost.app.attachment.Attachment;
import io.waypost.app.attachment.AttachmentOwner;
import io.waypost.app.attachment.Attachments;
import io.waypost.app.attachment.Subject;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.desk.DeskTalks;
import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Pictures and files of conversations: whoever may read the conversation opens them. */
@Component
class ChatFiles implements AttachmentOwner {

    static final String KIND = Conversations.FILES;

    private final ObjectProvider<Attachments> attachments;
    private final Conversations conversations;
    private final DeskTalks desk;
    private final TransactionTemplate transaction;

    ChatFiles(ObjectProvider<Attachments> attachments, Conversations conversations, DeskTalks desk,
            TransactionTemplate transaction) {
        this.attachments = attachments;
        this.conversations = conversations;
        this.desk = desk;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Reach> reach(UUID subject) {
        var actor = Acting.current();
        boolean platform = actor instanceof Actor.Internal;
        if (!platform && !desk.mayRead(subject)) {
            return Optional.empty();
        }
        return Acting.as(new Actor.Internal("chat"), () -> conversations.find(subject)).map(conversation -> new Reach(
                Stream.of(conversation.unitPath(), conversation.agentPath()).filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                platform || (actor instanceof Actor.Person person && desk.mayWrite(person.id(), subject))));
    }

    /** Takes a file in as the platform, for somebody who may write there. */
    Attachment add(UUID conversation, String name, InputStream content) {
        var subject = new Subject(KIND, conversation);
        return Acting.as(new Actor.Internal("chat"), () -> {
            var added = attachments.getObject().add(subject, name, content);
            transaction.executeWithoutResult(_ -> attachments.getObject().use(subject, List.of(added.id()), "CHAT"));
            return added;
        });
    }

    /** Whether that file was uploaded to that conversation. */
    boolean belongs(UUID conversation, UUID file) {
        return Acting.as(new Actor.Internal("chat"), () -> attachments.getObject().of(new Subject(KIND, conversation)))
                .stream().anyMatch(kept -> kept.id().equals(file));
    }

    /** A file of one of those conversations. */
    Optional<Attachments.Opened> open(List<UUID> conversations, UUID file) {
        return conversations.stream().filter(conversation -> belongs(conversation, file)).findFirst()
                .map(_ -> Acting.as(new Actor.Internal("chat"), () -> attachments.getObject().open(file)));
    }
}
