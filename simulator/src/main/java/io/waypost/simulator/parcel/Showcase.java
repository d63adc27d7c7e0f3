package io.waypost.simulator.parcel;

import io.waypost.simulator.network.Place;

/**
 * A badly run outlet: it has far more to do than others, and mislays one parcel in ten.
 *
 * @param share of all orders that it sends, and again that it receives
 */
public record Showcase(Place outlet, double share) {

    private static final double PARCELS_PER_DAY = 60;

    private static final double MOST = 0.05;

    /** The outlet within a network of this many parcels a day. */
    public Showcase(Place outlet, int networkParcelsPerDay) {
        this(outlet, Math.min(MOST, PARCELS_PER_DAY / networkParcelsPerDay));
    }
}
