package io.waypost.app.live;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells the pages that are open, on every node, that something changed. Thread-safe; never blocks and never fails the caller.
 *
 * <p>Hints only: they leave after the running transaction has committed (at once without one), may be lost when a node
 * crashes, and must hold ids and codes, never personal data.
 */
public interface LiveFeed {

    /** Tells everybody whose scope reaches the unit of that path. */
    void tell(String topic, String unitPath, Map<String, ?> data);

    /** Tells one person. */
    void tellPerson(UUID person, String topic, Map<String, ?> data);

    /** Tells the programs of the other nodes that hear this topic, not pages. */
    void tellNodes(String topic, Map<String, ?> data);

    /** Hears what programs of other nodes tell on that topic, from now on; the consumer returns at once. */
    void hear(String topic, Consumer<Map<String, ?>> consumer);
}
