package io.waypost.app.watch;

import io.waypost.core.watch.SilenceFinding;

/**
 * A parcel is silent for longer than it may be. Published inside the transaction that wrote the finding.
 *
 * @param again the same silence was reported before and rested in between; its ticket may still stand
 */
public record SilenceRaised(SilenceFinding finding, boolean again) {}
