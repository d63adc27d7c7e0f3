package io.waypost.chat;

/** On which side of a conversation somebody sits. */
public enum ChatSide {
    CUSTOMER,
    AGENT
}
