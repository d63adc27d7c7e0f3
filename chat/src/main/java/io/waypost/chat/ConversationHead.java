package io.waypost.chat;

import java.util.UUID;

/**
 * What is true of a conversation as a whole. A receiver keeps the greatest {@code last} and marks of reading that it saw, and state and
 * title of the greatest {@code version}: heads may come twice and in any order.
 *
 * @param last the {@code seq} of its newest entry, 0 where it has none
 * @param readByCustomer up to which entry the customer has read; never goes back
 * @param readByAgent the same of the desk
 * @param state a word of the host, such as WAITING, OPEN, CLOSED; the edge passes it on
 * @param version grows with each change of state or title
 */
public record ConversationHead(
        UUID conversation, long last, long readByCustomer, long readByAgent, String state, long version,
        String title) {}
