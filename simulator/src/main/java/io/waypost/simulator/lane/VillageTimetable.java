package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Three lorries a day between the hubs, two to and from towns. A village has one lorry on two days of the week, and its courier sets out on
 * those days and on the mornings after.
 */
final class VillageTimetable implements Timetable {

    private static final double VILLAGE = 1.0 / 1_400;

    @Override
    public long[] lorries(Place from, Place to, Dice lane) {
        if (from.hub() && to.hub()) {
            long first = Timetable.clock(23, 120, lane);
            return new long[]{first, Timetable.turn(first, 7), Timetable.turn(first, 15)};
        }
        if (from.hub()) {
            return village(to)
                    ? new long[]{Timetable.clock(5, 60, lane)}
                    : new long[]{Timetable.clock(5, 50, lane), Timetable.clock(13, 40, lane)};
        }
        return village(from)
                ? new long[]{Timetable.clock(15.5, 50, lane)}
                : new long[]{Timetable.clock(12.5, 40, lane), Timetable.clock(19, 40, lane)};
    }

    @Override
    public long[] rounds(Place outlet, Dice dice) {
        return new long[]{Timetable.clock(8.5, 20, dice), Timetable.clock(14.5, 25, dice)};
    }

    @Override
    public boolean runs(Place from, Place to, long epochDay) {
        return served(from, epochDay) && served(to, epochDay);
    }

    @Override
    public boolean works(Place outlet, long epochDay) {
        return served(outlet, epochDay) || served(outlet, epochDay - 1);
    }

    private static boolean served(Place place, long epochDay) {
        if (place.hub() || !village(place)) {
            return true;
        }
        DayOfWeek day = LocalDate.ofEpochDay(epochDay).getDayOfWeek();
        return place.index() % 2 == 0
                ? day == DayOfWeek.TUESDAY || day == DayOfWeek.FRIDAY
                : day == DayOfWeek.WEDNESDAY || day == DayOfWeek.SATURDAY;
    }

    private static boolean village(Place outlet) {
        return outlet.receives() < VILLAGE;
    }
}
