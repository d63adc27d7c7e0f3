package io.waypost.app.conversation;

import io.waypost.core.contact.Author;
import io.waypost.core.contact.EntryKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a conversation as it is kept; it never changes.
 *
 * @param seq its place: 1, 2, 3 … without gaps
 * @param at wall time of the commit's beginning
 */
public record Entry(UUID conversation, long seq, Author author, @Nullable UUID authorId, String authorName,
        EntryKind kind, String text, @Nullable UUID file, @Nullable String cid, Instant at) {

    @Override
    public String toString() {
        return "Entry[%s %d %s]".formatted(conversation, seq, kind);
    }
}
