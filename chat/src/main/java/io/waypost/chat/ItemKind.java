package io.waypost.chat;

/** What an entry is. Clients post the first three; events come from the host alone, as text or as a JSON object in the text. */
public enum ItemKind {
    TEXT,
    IMAGE,
    FILE,
    /** A colleague's note, which only agents are given. */
    NOTE,
    EVENT
}
