package io.waypost.chat;

import java.util.List;
import java.util.UUID;

/**
 * Is told what happens in the conversations of one principal. All of it is a hint: it may come late, twice, in any order or not at all,
 * since clients pull what they miss by {@code seq}. May be called from any thread; never waits.
 */
public interface ChatListener {

    /** A conversation has these entries, in the order of their {@code seq}. */
    void grown(UUID conversation, List<ChatItem> items);

    /** A conversation came about, or its state or a mark of reading changed. */
    void head(ConversationHead head);

    /** Somebody of the given side is typing. */
    void typing(UUID conversation, ChatSide side, String name);

    /** The principal may no longer be here (signed out, locked): the edge says goodbye with this code and closes. */
    void ended(String code);
}
