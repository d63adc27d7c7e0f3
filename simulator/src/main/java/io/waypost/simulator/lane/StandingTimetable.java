package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;

/** The demo's: two to four lorries a day on every lane, the more the busier it is. */
final class StandingTimetable implements Timetable {

    @Override
    public long[] lorries(Place from, Place to, Dice lane) {
        if (!from.hub()) {
            return from.sends() > 1.0 / 10_000
                    ? new long[]{Timetable.clock(12.5, 30, lane), Timetable.clock(17, 25, lane),
                            Timetable.clock(20.5, 25, lane)}
                    : new long[]{Timetable.clock(17.5, 40, lane), Timetable.clock(20.5, 30, lane)};
        }
        if (!to.hub()) {
            return to.receives() > 1.0 / 20_000
                    ? new long[]{Timetable.clock(4.5, 40, lane), Timetable.clock(10.5, 40, lane),
                            Timetable.clock(15, 30, lane), Timetable.clock(20, 40, lane)}
                    : new long[]{Timetable.clock(4, 50, lane), Timetable.clock(11, 50, lane),
                            Timetable.clock(18, 60, lane)};
        }
        long first = Timetable.clock(23, 150, lane);
        boolean busy = (from.sends() + from.receives()) * (to.sends() + to.receives()) > 1e-4;
        return busy
                ? new long[]{first, Timetable.turn(first, 5), Timetable.turn(first, 10), Timetable.turn(first, 16)}
                : new long[]{first, Timetable.turn(first, 7), Timetable.turn(first, 15)};
    }

    @Override
    public long[] rounds(Place outlet, Dice dice) {
        long morning = Timetable.clock(8, 20, dice);
        long afternoon = Timetable.clock(14, 25, dice);
        return outlet.receives() > 1.0 / 20_000
                ? new long[]{morning, afternoon, Timetable.clock(17.5, 15, dice)}
                : new long[]{morning, afternoon};
    }
}
