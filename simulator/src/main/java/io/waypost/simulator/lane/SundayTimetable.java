package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Two lorries a day on most lanes, three between capitals; on Sundays none to or from the lesser hubs. */
final class SundayTimetable implements Timetable {

    @Override
    public long[] lorries(Place from, Place to, Dice lane) {
        if (!from.hub()) {
            return new long[]{Timetable.clock(12.5, 40, lane), Timetable.clock(18.5, 40, lane)};
        }
        if (!to.hub()) {
            return new long[]{Timetable.clock(5, 40, lane), Timetable.clock(12, 40, lane)};
        }
        long first = Timetable.clock(21, 90, lane);
        return CapitalWays.inACapital(from) && CapitalWays.inACapital(to)
                ? new long[]{first, Timetable.turn(first, 8), Timetable.turn(first, 16)}
                : new long[]{first, Timetable.turn(first, 10)};
    }

    @Override
    public long[] rounds(Place outlet, Dice dice) {
        return new long[]{Timetable.clock(8, 20, dice), Timetable.clock(13.5, 25, dice),
                Timetable.clock(17, 20, dice)};
    }

    @Override
    public boolean runs(Place from, Place to, long epochDay) {
        boolean lesser = from.hub() && to.hub() && !(CapitalWays.inACapital(from) && CapitalWays.inACapital(to));
        return !lesser || LocalDate.ofEpochDay(epochDay).getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
