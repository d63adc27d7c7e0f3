package io.waypost.chat.frame;

import io.waypost.chat.ChatItem;
import io.waypost.chat.ChatPrincipal;
import io.waypost.chat.ChatSide;
import io.waypost.chat.ConversationHead;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the edge says. */
public sealed interface ServerFrame {

    /** The answer to a hello or a token: who they are and all that is before them. */
    record Welcome(Duration heartbeat, ChatPrincipal you, List<ConversationHead> heads) implements ServerFrame {}

    /** A posting is committed. */
    record Ack(String cid, UUID conversation, long seq, Instant at) implements ServerFrame {}

    /** A "no" that stays one, with the posting or conversation it is about. */
    record Refused(
            @Nullable String cid,
            @Nullable UUID conversation,
            String code,
            String text) implements ServerFrame {}

    /** Not now; again after so long. */
    record Busy(
            @Nullable String cid,
            @Nullable UUID conversation,
            Duration after) implements ServerFrame {}

    /**
     * Entries, in order and without gaps among themselves.
     *
     * @param last null in a hint; in an answer to a pull, whether there was nothing after them
     */
    record Items(
            UUID conversation,
            List<ChatItem> items,
            @Nullable Boolean last) implements ServerFrame {}

    /** What is true of a conversation as a whole. */
    record Head(ConversationHead head) implements ServerFrame {}

    /** Somebody is typing. */
    record Typing(UUID conversation, ChatSide side, String name) implements ServerFrame {}

    /** The edge closes. */
    record Bye(String code) implements ServerFrame {}

    /** It is there. */
    record Pong() implements ServerFrame {}
}
