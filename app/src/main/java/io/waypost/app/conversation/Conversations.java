package io.waypost.app.conversation;

import io.waypost.core.contact.ContactChannel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Conversations (会话) as channels and desks use them. Thread-safe. */
public interface Conversations {

    /** As what the files of a conversation belong to it. */
    String FILES = "CONVERSATION";

    /**
     * The conversation of that identity with that account of ours; made where there is none. Its desk is the one that is named, also where
     * it was another one: what comes from now on goes there, and contacts that are open stay where they are. Joins the running transaction.
     */
    UUID open(UUID identity, ContactChannel channel, String account, String unitPath);

    /**
     * Adds an entry. Entries of one conversation are added in the order of the calls on this node; the answer comes after the commit.
     * Fails with {@link Crowded} where too much waits to be written: nothing was written then. What is written with a number of the
     * sender's that is used already is not written again.
     */
    CompletionStage<Written> write(NewEntry entry);

    /** The same for what the platform writes inside a transaction of its own: the number is given there, and it is told of after the commit. */
    List<Entry> writeNow(List<NewEntry> entries);

    /** The entries after that one, in order and without gaps, at most so many; none where the actor does not see it. */
    List<Entry> entries(UUID conversation, long after, int most);

    /** The entries at those places, each conversation with its own; those that the actor does not see are missing. */
    List<Entry> at(List<UUID> conversations, List<Long> seqs);

    /** The conversation; empty where the actor does not see it. */
    Optional<Conversation> find(UUID conversation);

    /** Those of the ids that the actor sees. */
    List<Conversation> all(Collection<UUID> ids);

    /** All conversations of an identity, the newest first. */
    List<Conversation> of(UUID identity);

    /** Somebody has read up to that entry; never goes back, nor beyond the last one. */
    Conversation read(UUID conversation, Reader reader, long seq);

    /** Says which unit's people have it now; null for nobody. Joins the running transaction. */
    void hand(UUID conversation, @Nullable String agentPath);

    /** Locks them before anything that hangs on them, so that nobody waits for each other. Joins the running transaction. */
    void lock(Collection<UUID> ids);

    /** Somebody is typing; may be lost. */
    void typing(UUID conversation, Reader who, String name);

    /** Tells listeners, after the running transaction, that the head has changed. */
    void changed(UUID conversation);

    /** Hears of those conversations until it is closed. */
    AutoCloseable listen(Collection<UUID> conversations, ConversationListener listener);
}
