package io.waypost.core.contact;

/** What an entry of a conversation is; the names are part of the API. */
public enum EntryKind {
    TEXT(true),
    IMAGE(true),
    FILE(true),
    /** A colleague's note, which the customer never sees. */
    NOTE(false),
    /** Something happened: somebody joined, it is over. */
    EVENT(true);

    private final boolean forCustomers;

    EntryKind(boolean forCustomers) {
        this.forCustomers = forCustomers;
    }

    /** Whether the customer sees it. */
    public boolean forCustomers() {
        return forCustomers;
    }
}
