package io.waypost.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signed in. All their devices see the same conversations.
 *
 * @param name as the other side may see it; never logged
 * @param until when the token ends; a socket whose token is not renewed before is closed
 * @param session the host's number of what the token was given for, which may end before; null where there is none
 */
public record ChatPrincipal(ChatSide side, UUID id, String name, Instant until, @Nullable UUID session) {

    /** Somebody whose token alone says how long they may stay. */
    public ChatPrincipal(ChatSide side, UUID id, String name, Instant until) {
        this(side, id, name, until, null);
    }
}
