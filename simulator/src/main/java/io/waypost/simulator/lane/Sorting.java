package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.rhythm.ChinaTime;
import java.util.List;

/**
 * The sorters of hubs: each works off what arrives in order of arrival at its own capacity, so that surges and the days
 * after a storm build a backlog (爆仓). Changes with every parcel; not safe for threads.
 */
public final class Sorting {

    private static final double LEAST_PER_HOUR = 12;

    private static final double WORKING_HOURS = 6;

    private final double[] secondsPerParcel;

    private final double[] freeFrom;

    /** Sorters that work off the usual load of a day in {@value #WORKING_HOURS} hours. */
    public Sorting(List<Place> hubs, double[] parcelsPerDay) {
        secondsPerParcel = new double[hubs.size()];
        freeFrom = new double[hubs.size()];
        for (int i = 0; i < secondsPerParcel.length; i++) {
            secondsPerParcel[i] = ChinaTime.HOUR / Math.max(LEAST_PER_HOUR, parcelsPerDay[i] / WORKING_HOURS);
        }
    }

    /** When a parcel that arrives now is sorted and ready to leave. */
    public long sorted(Place hub, long arrives, Dice dice) {
        int i = hub.index();
        freeFrom[i] = Math.max(freeFrom[i], (double) arrives) + secondsPerParcel[i];
        return (long) freeFrom[i] + (long) dice.between(25.0 * ChinaTime.MINUTE, 80.0 * ChinaTime.MINUTE);
    }
}
