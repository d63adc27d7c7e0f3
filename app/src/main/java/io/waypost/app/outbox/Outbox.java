package io.waypost.app.outbox;

import java.util.Collection;
import java.util.UUID;

/**
 * The outbox (外发件箱): whatever a feature wants to leave the platform is written here, in the transaction of the step that it tells
 * of, and leaves after the commit: once, in order of urgency, by rule. Thread-safe.
 *
 * <p>What became of a message is told by the event {@link MessageOutcome}.
 */
public interface Outbox {

    /**
     * Adds a message; the same key a second time adds nothing, whatever else is different.
     *
     * @return whether it was added
     * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
     */
    boolean add(OutgoingMessage message);

    /** Adds many messages in one statement; gives back how many were new. Needs a transaction, as {@link #add} does. */
    int addAll(Collection<OutgoingMessage> messages);

    /**
     * Puts a call to a partner (channel {@code WEBHOOK}) in line again, whatever became of it, with the same id, so that a partner who
     * had it drops it. Needs a transaction.
     *
     * @return whether there is such a call and it is not in line already
     */
    boolean replay(UUID id);
}
