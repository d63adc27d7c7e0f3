package io.waypost.app.conversation;

import java.util.List;

/**
 * A feature that must act on what is written, in the same transaction: no customer's word is kept without somebody who has to answer it.
 * Declare a bean of this type; it is called by several threads, as the platform.
 */
public interface GrowthWatcher {

    /** Entries that this transaction adds, those of one conversation in their order. What it throws undoes the whole transaction. */
    void grown(List<Entry> entries);
}
