package io.waypost.app.conversation;

import java.util.List;
import java.util.UUID;

/** Hears of one conversation, on whatever node it grows. Called by threads of the feed: return at once. Hints may be lost, doubled, reordered. */
public interface ConversationListener {

    /** It has grown; the entries are in order, and may be fewer than have come since. */
    void grown(UUID conversation, List<Entry> entries);

    /** What somebody has read, or another part of its head, has changed. */
    void changed(UUID conversation);

    /** Somebody is typing. */
    void typing(UUID conversation, Reader who, String name);
}
