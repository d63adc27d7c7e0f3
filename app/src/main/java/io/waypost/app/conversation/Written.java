package io.waypost.app.conversation;

/**
 * The answer to an entry, after its commit.
 *
 * @param again whether it had been written before: same sender's number, same author
 */
public record Written(Entry entry, boolean again) {}
