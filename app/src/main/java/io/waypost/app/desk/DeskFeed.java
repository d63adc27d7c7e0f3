package io.waypost.app.desk;

import io.waypost.app.live.LiveFeed;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells that somebody's contacts have changed: their pages, and programs of this node and of the others. */
@Component
class DeskFeed {

    private static final String TOPIC = "desk-agent";

    private final Map<UUID, Set<Runnable>> listeners = new ConcurrentHashMap<>();
    private final LiveFeed live;

    DeskFeed(LiveFeed live) {
        this.live = live;
        live.hear(TOPIC, data -> local(UUID.fromString(String.valueOf(data.get("person")))));
    }

    AutoCloseable listen(UUID agent, Runnable changed) {
        listeners.computeIfAbsent(agent, _ -> ConcurrentHashMap.newKeySet()).add(changed);
        return () -> listeners.computeIfPresent(agent, (_, set) -> {
            set.remove(changed);
            return set.isEmpty() ? null : set;
        });
    }

    /** After the running transaction. */
    void changed(UUID agent, UUID contact) {
        live.tellPerson(agent, "desk", Map.of("contact", contact.toString()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                local(agent);
                live.tellNodes(TOPIC, Map.of("person", agent.toString()));
            }
        });
    }

    private void local(UUID agent) {
        listeners.getOrDefault(agent, Set.of()).forEach(Runnable::run);
    }
}
