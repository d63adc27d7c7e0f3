package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Hubs rest on Mondays: no lorry leaves them. To and from outlets far from their hub a lorry every other day, elsewhere two a day. */
final class MondayTimetable implements Timetable {

    private static final double FAR_KM = 110;

    @Override
    public long[] lorries(Place from, Place to, Dice lane) {
        if (!from.hub()) {
            return new long[]{Timetable.clock(13, 40, lane), Timetable.clock(19, 40, lane)};
        }
        if (!to.hub()) {
            return new long[]{Timetable.clock(5, 50, lane), Timetable.clock(13, 40, lane)};
        }
        long first = Timetable.clock(20, 120, lane);
        return new long[]{first, Timetable.turn(first, 10)};
    }

    @Override
    public long[] rounds(Place outlet, Dice dice) {
        return new long[]{Timetable.clock(8.5, 20, dice), Timetable.clock(14.5, 25, dice)};
    }

    @Override
    public boolean runs(Place from, Place to, long epochDay) {
        if (from.hub() && LocalDate.ofEpochDay(epochDay).getDayOfWeek() == DayOfWeek.MONDAY) {
            return false;
        }
        Place outlet = from.hub() ? to : from;
        boolean seldom = !outlet.hub() && from.kmTo(to) > FAR_KM;
        return !seldom || (epochDay + outlet.index()) % 2 == 0;
    }
}
