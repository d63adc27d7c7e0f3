package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;

/** One lorry a day, two where it is busy; to and from small outlets in the thinly settled west every other day. */
final class SparseTimetable implements Timetable {

    private static final double BUSY_OUTLET = 1.0 / 2_000;

    private static final double BUSY_HUB = 0.03;

    private static final double SMALL_OUTLET = 1.0 / 6_000;

    @Override
    public long[] lorries(Place from, Place to, Dice lane) {
        if (!from.hub()) {
            return from.sends() > BUSY_OUTLET
                    ? new long[]{Timetable.clock(13, 30, lane), Timetable.clock(19, 40, lane)}
                    : new long[]{Timetable.clock(18, 60, lane)};
        }
        if (!to.hub()) {
            return to.receives() > BUSY_OUTLET
                    ? new long[]{Timetable.clock(4.5, 40, lane), Timetable.clock(13, 40, lane)}
                    : new long[]{Timetable.clock(5, 60, lane)};
        }
        long first = Timetable.clock(22, 120, lane);
        return from.sends() + to.receives() > BUSY_HUB
                ? new long[]{first, Timetable.turn(first, 12)}
                : new long[]{first};
    }

    @Override
    public long[] rounds(Place outlet, Dice dice) {
        long morning = Timetable.clock(8.5, 20, dice);
        return outlet.receives() > BUSY_OUTLET
                ? new long[]{morning, Timetable.clock(14.5, 25, dice)}
                : new long[]{morning};
    }

    @Override
    public boolean runs(Place from, Place to, long epochDay) {
        Place outlet = from.hub() ? to : from;
        boolean seldom = !outlet.hub() && outlet.inTheWest() && outlet.receives() < SMALL_OUTLET;
        return !seldom || (epochDay + outlet.index()) % 2 == 0;
    }
}
