package io.waypost.chat.frame;

import io.waypost.chat.Posting;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client says. */
public sealed interface ClientFrame {

    /** Who it is; the first frame of a socket. */
    record Hello(String token, String device) implements ClientFrame {}

    /** Something to be written into a conversation. */
    record Post(Posting posting) implements ClientFrame {}

    /** Asks for the entries after one. */
    record Pull(UUID conversation, long after, int max) implements ClientFrame {}

    /** Everything up to this entry has been read. */
    record Read(UUID conversation, long seq) implements ClientFrame {}

    /** Somebody is typing. */
    record Typing(UUID conversation) implements ClientFrame {}

    /** A newer token of the same person. */
    record Token(String token) implements ClientFrame {}

    /** Asks whether the edge is there. */
    record Ping() implements ClientFrame {}

    /** No frame of this protocol: why, in words, and which posting or conversation it was about where that could be read. */
    record Unreadable(
            String code, String text, @Nullable String cid, @Nullable UUID conversation) implements ClientFrame {}
}
