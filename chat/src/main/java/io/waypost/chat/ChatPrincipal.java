package io.waypost.chat;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who signed in. All their devices see the same conversations.
 *
 * @param name as the other side may see it; never logged
 * @param until when the token ends; a socket whose token is not renewed before is closed
 */
public record ChatPrincipal(ChatSide side, UUID id, String name, Instant until) {}
