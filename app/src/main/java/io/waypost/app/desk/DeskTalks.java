package io.waypost.app.desk;

import io.waypost.core.contact.ContactState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What channels ask of the desk about conversations. Thread-safe; whoever asks has made sure who it is for. */
public interface DeskTalks {

    /**
     * How a conversation's newest contact stands.
     *
     * @param words for the customer, while they wait: their place and an honest estimate; null otherwise
     */
    record Standing(ContactState state, @Nullable String words) {}

    /**
     * What somebody who received the customer leaves to the agents.
     *
     * @param firstSeq the entry with which the customer came
     * @param words of the customer, by which it is seen what they come about
     * @param note what was said, found out and done, for the agent; the customer does not see it
     * @param tickets that were opened for the customer meanwhile
     */
    record HandOver(long firstSeq, String words, String note, List<UUID> tickets) {

        public HandOver {
            tickets = List.copyOf(tickets);
        }
    }

    /**
     * Opens a contact where a {@link Receptionist} received the customer so far; where one is open, the note goes there. Joins the running
     * transaction, and the conversation has to be locked. Returns how it stands then; outside the desk's hours the customer has been told when it
     * opens.
     */
    Standing receive(UUID conversation, HandOver handOver);

    /** How conversations stand; those that never had a contact are missing. */
    Map<UUID, Standing> standing(Collection<UUID> conversations);

    /** The conversations of the contacts that somebody is offered or has, and of those they were asked into. */
    List<UUID> had(UUID agent);

    /** Whether somebody has that conversation's contact, so that what they read is read for customer service. */
    boolean has(UUID agent, UUID conversation);

    /** Whether somebody may write to the customer: they have the contact, or confer in it as a guest. */
    boolean mayWrite(UUID person, UUID conversation);

    /** Whether the current actor may read it: they have it, were asked into it, or lead a desk that it belongs to. */
    boolean mayRead(UUID conversation);

    /** The customer ends the contact; nothing happens where none is open. */
    void leave(UUID conversation);

    /** What the customer thought of the newest contact that an agent had; false where there is none, or they have said so before. */
    boolean score(UUID conversation, int score, @Nullable String comment);

    /** Hears that somebody's contacts have changed, on whatever node, until it is closed; the hint may be lost. */
    AutoCloseable listen(UUID agent, Runnable changed);
}
