package io.waypost.app.desk;

import io.waypost.app.conversation.Conversation;
import io.waypost.app.conversation.Entry;
import java.util.UUID;

/** Whoever receives customers before an agent does (前台接待): the bot. */
public interface Receptionist {

    /**
     * Whether it takes what the customer wrote, while nobody has a contact with them; then none is opened until it hands over. Called in the
     * transaction that keeps the entry, with the conversation locked.
     */
    boolean receives(Conversation conversation, Entry entry);

    /** Whether it is in the middle of something with the customer; then what they write answers it. Called with the conversation locked. */
    boolean attends(UUID conversation);
}
