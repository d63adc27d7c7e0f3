package io.waypost.app.channel;

import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Entry;

/**
 * An entry on its way to the customer (去信).
 *
 * @param to the customer's address in clear; never to be logged
 * @param text what it says; of a question about satisfaction the question itself
 */
public record Outgoing(Conversation conversation, Entry entry, String to, String text) {

    @Override
    public String toString() {
        return "Outgoing[%s]".formatted(entry);
    }
}
