package io.waypost.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a conversation: a message or an event. An entry never changes.
 *
 * @param seq its place in the conversation: 1, 2, 3 … without gaps, given with the commit
 * @param text what was written, of a file its name, of an event its words or a JSON object
 * @param file which file, where it is an image or a file
 * @param cid the number its sender gave it; null where the host wrote it
 */
public record ChatItem(
        UUID conversation,
        long seq,
        ChatAuthor author,
        String authorName,
        ItemKind kind,
        String text,
        @Nullable UUID file,
        @Nullable String cid,
        Instant at) {}
