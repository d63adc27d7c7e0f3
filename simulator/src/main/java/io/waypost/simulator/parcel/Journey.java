package io.waypost.simulator.parcel;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of one parcel between two of its steps. Owned by {@link Journeys}; not safe for threads. */
final class Journey {

    final Shipment shipment;

    final Dice dice;

    /** Where it goes, changed by missorting and by turning back. */
    List<Place> route;

    /** Index of the stop that it is at, or left last. */
    int stop;

    Stage next = Stage.ORDER;

    long nextAt;

    /** Raised with every plan, so that a wake-up of an older plan is void. */
    int version;

    /** The trouble still ahead of it. */
    @Nullable
    Trouble ahead;

    /** The trouble that it is stuck in, if any. */
    @Nullable
    Held held;

    /** When the lorry leaves that it is booked on. */
    long departsAt;

    @Nullable
    String bag;

    /** Index of the wrong hub that it is sent to or at; -1 when it is on its way. */
    int wrongStop = -1;

    long lastScanAt;

    int scans;

    /** How many hand-overs of it were scanned. */
    int handOvers;

    /** Whether the place that it is on the way to has scanned its bag. */
    boolean bagCame;

    int tries;

    boolean returning;

    /**
     * Stuck or lost.
     *
     * @param from when it began or will begin
     * @param place where it lies
     * @param resume what happens when it comes to light
     */
    record Held(Trouble trouble, long from, Place place, Stage resume) {}

    Journey(Shipment shipment, Dice dice) {
        this.shipment = shipment;
        this.dice = dice;
        this.route = shipment.route();
        this.ahead = shipment.carelessStop() >= 0 && dice.chance(Trouble.CARELESS)
                ? Trouble.mislaidAt(shipment.carelessStop(), dice)
                : Trouble.draw(route.size() - 1, dice);
    }

    Place here() {
        return route.get(stop);
    }

    Place there() {
        return route.get(Math.min(stop + 1, route.size() - 1));
    }

    boolean atLastStop() {
        return stop == route.size() - 1;
    }

    /** Takes the trouble that strikes at this moment, if there is one. */
    @Nullable
    Trouble strike(Trouble.Moment moment) {
        Trouble trouble = ahead;
        if (trouble == null || trouble.afterLeg() != stop || trouble.moment() != moment) {
            return null;
        }
        ahead = null;
        return trouble;
    }

    /** The next lorry goes to a wrong hub, and on from there to where it should have gone. */
    void detour(Place wrong) {
        List<Place> longer = new ArrayList<>(route);
        longer.add(stop + 1, wrong);
        route = List.copyOf(longer);
        wrongStop = stop + 1;
    }

    /** From here back to where it came from, by the way it came. */
    void turnBack() {
        returning = true;
        ahead = null;
        route = List.copyOf(route.subList(0, stop + 1).reversed());
        stop = 0;
        wrongStop = -1;
    }
}
