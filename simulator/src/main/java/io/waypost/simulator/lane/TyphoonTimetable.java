package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Hubs in capitals send once, after the night's sorting, to each other a second time at noon; lesser hubs once in the afternoon. Every third
 * outlet closes on Sundays: no lorry, no round.
 */
final class TyphoonTimetable implements Timetable {

    private static final int CLOSING = 3;

    @Override
    public long[] lorries(Place from, Place to, Dice lane) {
        if (!from.hub()) {
            return new long[]{Timetable.clock(13, 40, lane), Timetable.clock(19.5, 40, lane)};
        }
        if (!to.hub()) {
            return new long[]{Timetable.clock(4.5, 50, lane), Timetable.clock(13, 40, lane)};
        }
        if (!CapitalWays.inACapital(from)) {
            return new long[]{Timetable.clock(15, 60, lane)};
        }
        long first = Timetable.clock(4, 60, lane);
        return CapitalWays.inACapital(to) ? new long[]{first, Timetable.turn(first, 9)} : new long[]{first};
    }

    @Override
    public long[] rounds(Place outlet, Dice dice) {
        return new long[]{Timetable.clock(8, 20, dice), Timetable.clock(14, 25, dice)};
    }

    @Override
    public boolean runs(Place from, Place to, long epochDay) {
        return works(from, epochDay) && works(to, epochDay);
    }

    @Override
    public boolean works(Place outlet, long epochDay) {
        boolean closes = !outlet.hub() && outlet.index() % CLOSING == 0;
        return !closes || LocalDate.ofEpochDay(epochDay).getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
