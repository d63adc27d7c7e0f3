package io.waypost.app.watch;

import io.waypost.core.watch.SilenceFinding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parcel is silent for longer than it may be. Published inside the transaction that wrote the finding, and again where a parcel
 * is left over from a mass event.
 *
 * @param again the same silence was reported before and rested in between; its ticket may still stand
 * @param at when it is to be acted on: the time of the limit, or the end of the event that it was part of
 * @param mass the mass event that it is part of
 */
public record SilenceRaised(SilenceFinding finding, boolean again, Instant at, @Nullable MassEvent mass) {}
