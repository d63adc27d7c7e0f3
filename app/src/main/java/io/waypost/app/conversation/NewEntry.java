package io.waypost.app.conversation;

import io.waypost.core.contact.Author;
import io.waypost.core.contact.EntryKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be added to a conversation.
 *
 * @param authorId the person, of an agent; null otherwise
 * @param authorName as it is shown
 * @param file of a picture or a file; null otherwise
 * @param cid the sender's own number, so that what is sent twice is kept once; null where the platform writes it once
 */
public record NewEntry(UUID conversation, Author author, @Nullable UUID authorId, String authorName, EntryKind kind,
        String text, @Nullable UUID file, @Nullable String cid) {

    /** Words of the platform itself. */
    public static NewEntry event(UUID conversation, String text) {
        return new NewEntry(conversation, Author.SYSTEM, null, "", EntryKind.EVENT, text, null, null);
    }

    /** Words that the platform itself says to the customer, on whatever channel. */
    public static NewEntry automatic(UUID conversation, String text) {
        return new NewEntry(conversation, Author.BOT, null, "自动回复", EntryKind.TEXT, text, null, null);
    }

    @Override
    public String toString() {
        return "NewEntry[%s by %s in %s]".formatted(kind, author, conversation);
    }
}
