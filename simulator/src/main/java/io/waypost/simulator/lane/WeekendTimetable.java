package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Lesser outlets keep the week of an office: no lorry and no round on Saturdays and Sundays. One lorry a day between lesser hubs and two
 * between capitals, on every day.
 */
final class WeekendTimetable implements Timetable {

    private static final double LESSER = 1.0 / 3_000;

    @Override
    public long[] lorries(Place from, Place to, Dice lane) {
        if (!from.hub()) {
            return new long[]{Timetable.clock(18.5, 50, lane)};
        }
        if (!to.hub()) {
            return new long[]{Timetable.clock(5.5, 50, lane), Timetable.clock(12.5, 40, lane)};
        }
        long first = Timetable.clock(22, 90, lane);
        return CapitalWays.inACapital(from) && CapitalWays.inACapital(to)
                ? new long[]{first, Timetable.turn(first, 11)}
                : new long[]{first};
    }

    @Override
    public long[] rounds(Place outlet, Dice dice) {
        return new long[]{Timetable.clock(8.5, 20, dice), Timetable.clock(14, 25, dice)};
    }

    @Override
    public boolean runs(Place from, Place to, long epochDay) {
        return works(from, epochDay) && works(to, epochDay);
    }

    @Override
    public boolean works(Place outlet, long epochDay) {
        DayOfWeek day = LocalDate.ofEpochDay(epochDay).getDayOfWeek();
        boolean lesser = !outlet.hub() && outlet.receives() < LESSER;
        return !lesser || (day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY);
    }
}
