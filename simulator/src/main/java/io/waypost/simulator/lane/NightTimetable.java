package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** From the national hubs one departure, after the night's sorting; to them two a day. Outlets rest on Sundays. */
final class NightTimetable implements Timetable {

    @Override
    public long[] lorries(Place from, Place to, Dice lane) {
        if (!from.hub()) {
            return new long[]{Timetable.clock(13, 40, lane), Timetable.clock(19.5, 40, lane)};
        }
        if (NightWays.sortsAtNight(from)) {
            return new long[]{Timetable.clock(4, 60, lane)};
        }
        if (!to.hub()) {
            return new long[]{Timetable.clock(5, 40, lane), Timetable.clock(13, 40, lane)};
        }
        long first = Timetable.clock(21, 90, lane);
        return new long[]{first, Timetable.turn(first, 9)};
    }

    @Override
    public long[] rounds(Place outlet, Dice dice) {
        return new long[]{Timetable.clock(8.5, 20, dice), Timetable.clock(14.5, 25, dice)};
    }

    @Override
    public boolean runs(Place from, Place to, long epochDay) {
        return (from.hub() && to.hub()) || !sunday(epochDay);
    }

    @Override
    public boolean works(Place outlet, long epochDay) {
        return !sunday(epochDay);
    }

    private static boolean sunday(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
