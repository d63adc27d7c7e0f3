package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;

/** A lorry every few hours on every lane, and four rounds of the couriers. */
final class DenseTimetable implements Timetable {

    @Override
    public long[] lorries(Place from, Place to, Dice lane) {
        if (!from.hub()) {
            return new long[]{Timetable.clock(11, 30, lane), Timetable.clock(14.5, 30, lane),
                    Timetable.clock(18, 30, lane), Timetable.clock(21.5, 30, lane)};
        }
        if (!to.hub()) {
            return new long[]{Timetable.clock(3.5, 30, lane), Timetable.clock(9, 30, lane),
                    Timetable.clock(13, 30, lane), Timetable.clock(17.5, 30, lane)};
        }
        long first = Timetable.clock(1, 120, lane);
        return new long[]{first, Timetable.turn(first, 4), Timetable.turn(first, 8), Timetable.turn(first, 12),
                Timetable.turn(first, 16), Timetable.turn(first, 20)};
    }

    @Override
    public long[] rounds(Place outlet, Dice dice) {
        return new long[]{Timetable.clock(7.5, 15, dice), Timetable.clock(11.5, 20, dice),
                Timetable.clock(15, 20, dice), Timetable.clock(18.5, 15, dice)};
    }
}
