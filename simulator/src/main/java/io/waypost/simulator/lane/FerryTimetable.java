package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Two or three lorries a day on the mainland's lanes; across the sea one ferry, and none on Wednesdays and Sundays. */
final class FerryTimetable implements Timetable {

    @Override
    public long[] lorries(Place from, Place to, Dice lane) {
        if (from.overTheSea(to)) {
            return new long[]{Timetable.clock(from.hub() ? 6 : 20, 60, lane)};
        }
        if (!from.hub()) {
            return new long[]{Timetable.clock(12.5, 40, lane), Timetable.clock(19, 40, lane)};
        }
        if (!to.hub()) {
            return new long[]{Timetable.clock(4.5, 40, lane), Timetable.clock(12.5, 40, lane)};
        }
        long first = Timetable.clock(22, 90, lane);
        return new long[]{first, Timetable.turn(first, 8), Timetable.turn(first, 15)};
    }

    @Override
    public long[] rounds(Place outlet, Dice dice) {
        return new long[]{Timetable.clock(8, 20, dice), Timetable.clock(14, 25, dice)};
    }

    @Override
    public boolean runs(Place from, Place to, long epochDay) {
        DayOfWeek day = LocalDate.ofEpochDay(epochDay).getDayOfWeek();
        return !from.overTheSea(to) || (day != DayOfWeek.WEDNESDAY && day != DayOfWeek.SUNDAY);
    }
}
