package io.waypost.app.conversation;

import io.waypost.app.kernel.Acting;
import io.waypost.app.kernel.Actor;
import io.waypost.app.live.LiveFeed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells listeners of this node what happens in conversations, here or on another node. Between nodes only numbers travel, and entries are
 * read from the database; every fifteen seconds it looks itself whether something was missed.
 */
@Component
class ConversationFeed {

    private static final String GREW = "conversation";
    private static final String CHANGED = "conversation-head";
    private static final String TYPING = "conversation-typing";
    /** Of one hint: payloads of the database's notices are short. */
    private static final int TOLD_TOGETHER = 80;
    private static final int READ_AT_ONCE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(ConversationFeed.class);

    private final Map<UUID, Set<ConversationListener>> listeners = new ConcurrentHashMap<>();
    /** Up to where the listeners of this node have been told. */
    private final Map<UUID, Long> told = new ConcurrentHashMap<>();
    private final Map<UUID, Long> forOthers = new ConcurrentHashMap<>();
    private final ConversationStore conversations;
    private final EntryStore entries;
    private final LiveFeed live;
    private final TransactionTemplate transaction;

    ConversationFeed(ConversationStore conversations, EntryStore entries, LiveFeed live,
            TransactionTemplate transaction) {
        this.conversations = conversations;
        this.entries = entries;
        this.live = live;
        this.transaction = transaction;
        live.hear(GREW, this::heard);
        live.hear(CHANGED, data -> local(id(data), listener -> listener.changed(id(data))));
        live.hear(TYPING, data -> local(id(data), listener -> listener.typing(id(data),
                Reader.valueOf(String.valueOf(data.get("who"))), String.valueOf(data.get("name")))));
    }

    AutoCloseable listen(Collection<UUID> ids, ConversationListener listener) {
        var mine = List.copyOf(ids);
        mine.forEach(id -> listeners.computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet()).add(listener));
        return () -> mine.forEach(id -> listeners.computeIfPresent(id, (_, set) -> {
            set.remove(listener);
            if (set.isEmpty()) {
                told.remove(id);
                return null;
            }
            return set;
        }));
    }

    /** Entries of this node, after their commit. */
    void grown(List<Entry> fresh) {
        var byConversation = new HashMap<UUID, List<Entry>>();
        for (var entry : fresh) {
            byConversation.computeIfAbsent(entry.conversation(), _ -> new ArrayList<>()).add(entry);
            forOthers.merge(entry.conversation(), entry.seq(), Math::max);
        }
        byConversation.forEach(this::tell);
    }

    private void tell(UUID conversation, List<Entry> grown) {
        if (listeners.containsKey(conversation)) {
            told.merge(conversation, grown.getLast().seq(), Math::max);
            local(conversation, listener -> listener.grown(conversation, grown));
        }
    }

    void changed(UUID conversation) {
        local(conversation, listener -> listener.changed(conversation));
        live.tellNodes(CHANGED, Map.of("id", conversation.toString()));
    }

    void typing(UUID conversation, Reader who, String name) {
        local(conversation, listener -> listener.typing(conversation, who, name));
        live.tellNodes(TYPING, Map.of("id", conversation.toString(), "who", who.name(), "name", name));
    }

    private void local(UUID conversation, Consumer<ConversationListener> tell) {
        for (var listener : listeners.getOrDefault(conversation, Set.of())) {
            try {
                tell.accept(listener);
            } catch (RuntimeException defect) {
                LOG.warn("A listener of a conversation failed; the others are told", defect);
            }
        }
    }

    @Scheduled(fixedDelay = 50, timeUnit = TimeUnit.MILLISECONDS)
    void tellOthers() {
        var batch = new HashMap<String, Long>();
        for (var id : List.copyOf(forOthers.keySet())) {
            var last = forOthers.remove(id);
            if (last != null) {
                batch.put(id.toString(), last);
            }
            if (batch.size() == TOLD_TOGETHER) {
                live.tellNodes(GREW, batch);
                batch = new HashMap<>();
            }
        }
        if (!batch.isEmpty()) {
            live.tellNodes(GREW, batch);
        }
    }

    private void heard(Map<String, ?> data) {
        data.forEach((id, last) -> catchUp(UUID.fromString(id), ((Number) last).longValue()));
    }

    /** Hints may be lost, so that it looks itself what has grown. */
    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void look() {
        var ids = List.copyOf(listeners.keySet());
        if (!ids.isEmpty()) {
            all(() -> conversations.last(ids)).forEach((id, last) -> {
                if (told.putIfAbsent(id, last) != null) {
                    catchUp(id, last);
                }
            });
        }
    }

    private void catchUp(UUID conversation, long last) {
        if (!listeners.containsKey(conversation)) {
            return;
        }
        // Whoever listens has pulled what was there before; the entries that are told of first are the last few.
        long from = told.getOrDefault(conversation, Math.max(0, last - 1));
        while (from < last) {
            long after = from;
            var missed = all(() -> entries.after(conversation, after, READ_AT_ONCE));
            if (missed.isEmpty()) {
                return;
            }
            tell(conversation, missed);
            from = missed.getLast().seq();
        }
    }

    private <R> R all(java.util.function.Supplier<R> work) {
        return Acting.as(new Actor.Internal("conversation"), () -> java.util.Objects
                .requireNonNull(transaction.execute(_ -> java.util.Objects.requireNonNull(work.get()))));
    }

    private static UUID id(Map<String, ?> data) {
        return UUID.fromString(String.valueOf(data.get("id")));
    }
}
