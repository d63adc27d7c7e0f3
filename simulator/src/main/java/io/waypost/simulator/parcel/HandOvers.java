package io.waypost.simulator.parcel;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.rhythm.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * What places scan when parcels change hands (交接扫描): a single piece as it goes onto the lorry, a bag as it comes off, and what comes broken.
 * Most do, some forget, and now and then a list is scanned for a bag that lacks a piece. Draws from a luck of its own, so that nothing else
 * changes with it.
 */
final class HandOvers {

    private static final long LUCK = 502;

    /** Numbers of these scans within a parcel begin here, behind all others. */
    private static final int FIRST = 10_000;

    private static final double BAG_SCANNED = 0.97;

    private static final double LIST_WITHOUT_PIECE = 0.02;

    private static final double PIECE_LOADED = 0.95;

    private static final double LOADED_AND_LEFT = 0.03;

    /** Of what lies broken at a hub, this share came like that. */
    private static final double CAME_BROKEN = 0.25;

    private static final double REPORTED_IN_TIME = 0.9;

    private final long seed;

    private final Stagehand stage;

    HandOvers(long seed, Stagehand stage) {
        this.seed = seed;
        this.stage = stage;
    }

    /** A lorry leaves; {@code leftBehind} says that the parcel stays on the dock, whatever was scanned. */
    void departs(Journey journey, boolean leftBehind, long now) {
        if (journey.bag == null && dice(journey, 1).chance(leftBehind ? LOADED_AND_LEFT : PIECE_LOADED)) {
            scan(journey, Mark.of(ScanType.LOADED, journey.here()).to(journey.there()), now);
        }
    }

    /**
     * The lorry comes in at a place; whether the parcel is seen there afterwards is another matter.
     *
     * @param inIt whether the parcel is in its bag
     * @return whether the bag was scanned
     */
    boolean comes(Journey journey, Place at, boolean inIt, long now) {
        if (journey.bag == null || !dice(journey, 2).chance(inIt ? BAG_SCANNED : LIST_WITHOUT_PIECE)) {
            return false;
        }
        scan(journey, Mark.of(ScanType.UNLOADED, at).in(journey.bag), now);
        return true;
    }

    /**
     * A parcel that is broken comes to a hub.
     *
     * @param until when it would have been scanned next
     * @return the place that broke it, where it was not this one
     */
    @Nullable
    Place cameBroken(Journey journey, long now, long until) {
        Dice dice = dice(journey, 3);
        if (journey.stop == 0 || !dice.chance(CAME_BROKEN)) {
            return null;
        }
        if (dice.chance(REPORTED_IN_TIME)) {
            long at = Math.min(until, now + (long) (dice.between(5, 100) * ChinaTime.MINUTE));
            scan(journey, Mark.of(ScanType.PROBLEM, journey.here()).in(journey.bag).saying("到件时外包装已破损"), at);
            journey.lastScanAt = at;
        }
        return journey.route.get(journey.stop - 1);
    }

    private void scan(Journey journey, Mark mark, long at) {
        stage.scanned(journey.shipment, FIRST + journey.handOvers++, mark, at);
    }

    private Dice dice(Journey journey, int what) {
        return Dice.of(seed, LUCK, journey.shipment.index(), journey.stop, what);
    }
}
