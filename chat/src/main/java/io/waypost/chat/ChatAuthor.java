package io.waypost.chat;

/** Who wrote an entry. A bot is told apart from people; the platform itself (queue, hand-over, end) is the system. */
public enum ChatAuthor {
    CUSTOMER,
    AGENT,
    BOT,
    SYSTEM
}
