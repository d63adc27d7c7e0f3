package io.waypost.app.chat;

import io.waypost.app.conversation.ConversationListener;
import io.waypost.app.conversation.Conversations;
import io.waypost.app.conversation.Entry;
import io.waypost.app.conversation.Reader;
import io.waypost.app.desk.DeskTalks;
import io.waypost.chat.ChatListener;
import io.waypost.chat.ChatPrincipal;
import io.waypost.chat.ChatSide;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears for one connection what happens in the conversations that somebody has before them; for agents these come and go. Hints only: what
 * is lost the client finds by the numbers.
 */
final class RoomListener implements AutoCloseable, ConversationListener {

    private static final Logger LOG = LoggerFactory.getLogger(RoomListener.class);

    private final ChatRooms rooms;
    private final Conversations conversations;
    private final ChatPrincipal who;
    private final ChatListener listener;
    private final Executor threads;
    private final Map<UUID, AutoCloseable> heard = new HashMap<>();
    private final AutoCloseable contacts;
    private final AtomicBoolean looking = new AtomicBoolean();
    private boolean closed;

    RoomListener(ChatRooms rooms, Conversations conversations, DeskTalks desk, ChatPrincipal who, ChatListener listener,
            Executor threads) {
        this.rooms = rooms;
        this.conversations = conversations;
        this.who = who;
        this.listener = listener;
        this.threads = threads;
        this.contacts = who.side() == ChatSide.AGENT ? desk.listen(who.id(), this::look) : () -> {};
        look();
    }

    /** What the agent signed in with. */
    UUID session() {
        return Objects.requireNonNull(who.session());
    }

    /** They may not be here any more. */
    void end() {
        threads.execute(() -> listener.ended("SIGNED_OUT"));
    }

    /** Finds out which conversations there are now; several calls before it begins are one. */
    private void look() {
        if (looking.compareAndSet(false, true)) {
            var _ = rooms.ask(() -> {
                looking.set(false);
                follow(rooms.theirs(who));
                return true;
            }).exceptionally(failure -> {
                LOG.warn("A chat connection does not know its conversations for now", failure);
                return false;
            });
        }
    }

    private void follow(List<UUID> now) {
        var before = new HashSet<UUID>();
        synchronized (this) {
            if (closed) {
                return;
            }
            before.addAll(heard.keySet());
            for (var id : now) {
                heard.computeIfAbsent(id, _ -> conversations.listen(List.of(id), this));
            }
        }
        var changed = new HashSet<>(now);
        changed.addAll(before);
        rooms.heads(conversations.all(changed)).forEach(listener::head);
        for (var gone : before) {
            if (!now.contains(gone)) {
                forget(gone);
            }
        }
    }

    private synchronized void forget(UUID conversation) {
        var gone = heard.remove(conversation);
        if (gone != null) {
            close(gone);
        }
    }

    @Override
    public void grown(UUID conversation, List<Entry> entries) {
        var items = entries.stream().map(entry -> ChatRooms.item(entry, who.side())).toList();
        threads.execute(() -> listener.grown(conversation, items));
    }

    @Override
    public void changed(UUID conversation) {
        var _ = rooms.ask(() -> {
            rooms.heads(conversations.all(List.of(conversation))).forEach(listener::head);
            return true;
        });
    }

    @Override
    public void typing(UUID conversation, Reader reader, String name) {
        var side = reader == Reader.AGENT ? ChatSide.AGENT : ChatSide.CUSTOMER;
        if (side != who.side()) {
            threads.execute(() -> listener.typing(conversation, side, name));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        close(contacts);
        heard.values().forEach(RoomListener::close);
        heard.clear();
    }

    private static void close(AutoCloseable listening) {
        try {
            listening.close();
        } catch (Exception impossible) {
            throw new IllegalStateException("Listening could not be ended.", impossible);
        }
    }
}
