package io.waypost.core.outlet;

/**
 * The evidence that a site does not work as usual (异常证据).
 *
 * @param value what it is
 * @param usual what it usually is at that hour
 * @param score how many scales beyond the median, in the bad direction
 */
public record Deviation(AbnormalCause cause, double value, Usual usual, double score) {}
