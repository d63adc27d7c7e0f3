package io.waypost.app.network;

/**
 * A unit went elsewhere in the tree with everything below it: whoever keeps unit paths replaces the old prefix by the new.
 *
 * <p>Published inside the transaction of the move. Where one import moves several units, the events come in an order in which
 * they can be applied one after the other.
 */
public record UnitsMoved(String oldPrefix, String newPrefix) {}
