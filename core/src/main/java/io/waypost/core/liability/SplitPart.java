package io.waypost.core.liability;

/**
 * One part of a split.
 *
 * @param duty who inside the unit
 * @param perMille of the whole; above zero
 */
public record SplitPart(LiableParty party, Duty duty, int perMille) {}
