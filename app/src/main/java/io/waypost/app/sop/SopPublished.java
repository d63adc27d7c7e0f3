package io.waypost.app.sop;

import io.waypost.core.sop.SopId;

/**
 * A version of an SOP came into force. Published inside a transaction, at the instant from which it is in force; by then
 * {@link Sops#inForce} names it.
 *
 * @param runningToo whether tickets of the kind that run, and of its second levels that have no SOP of their own, go over to it;
 *        otherwise they keep theirs
 */
public record SopPublished(SopId id, boolean runningToo) {}
