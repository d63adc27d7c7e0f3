package io.waypost.chat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants to say.
 *
 * @param cid the client's number of it (a UUID, lower case), unique within what this principal ever posts
 * @param conversation null: the customer's current conversation, or a new one where there is none
 * @param kind never {@link ItemKind#EVENT}
 * @param text at most 4,000 code points without U+0000; not blank where the kind is {@link ItemKind#TEXT}
 * @param file set exactly where the kind is an image or a file
 */
public record Posting(String cid, @Nullable UUID conversation, ItemKind kind, String text, @Nullable UUID file) {}
