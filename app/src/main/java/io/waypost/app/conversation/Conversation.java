package io.waypost.app.conversation;

import io.waypost.core.contact.ContactChannel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation without its entries.
 *
 * @param unitPath whose desk it is
 * @param agentPath the unit of whoever has it now; null where nobody has
 * @param last the number of its last entry; 0 for none
 * @param lastText what lists show of the last entry that customers see; null for none
 * @param lastAuthor who wrote that
 */
public record Conversation(UUID id, ContactChannel channel, String account, UUID identity, UUID customer,
        String unitPath, @Nullable String agentPath, long last, long readByCustomer, long readByAgent,
        @Nullable String lastText, @Nullable String lastAuthor, @Nullable Instant lastAt, long version) {

    /** How many entries the agent has not read. */
    public long unread() {
        return last - readByAgent;
    }
}
