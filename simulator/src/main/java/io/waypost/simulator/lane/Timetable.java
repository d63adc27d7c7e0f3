package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.network.Shape;
import io.waypost.simulator.rhythm.ChinaTime;

/** When lorries and couriers of a network leave; times are seconds of the day. A function of the place's or lane's dice. */
sealed interface Timetable permits StandingTimetable, SparseTimetable, DenseTimetable, SundayTimetable, FerryTimetable,
        NightTimetable, WeekendTimetable, MondayTimetable, VillageTimetable, TyphoonTimetable {

    static Timetable of(Shape shape) {
        return switch (shape) {
            case STANDING -> new StandingTimetable();
            case ONE_HUB -> new SparseTimetable();
            case COAST -> new DenseTimetable();
            case INLAND -> new SundayTimetable();
            case ISLANDS -> new FerryTimetable();
            case NIGHT -> new NightTimetable();
            case WEEKEND -> new WeekendTimetable();
            case MONDAYS -> new MondayTimetable();
            case VILLAGES -> new VillageTimetable();
            case TYPHOON -> new TyphoonTimetable();
        };
    }

    /** When lorries leave from one place for another. */
    long[] lorries(Place from, Place to, Dice lane);

    /** When couriers of an outlet set out. */
    long[] rounds(Place outlet, Dice dice);

    /** Whether lorries leave on a day; {@code epochDay} counts from 1970-01-01 in China's time. */
    default boolean runs(Place from, Place to, long epochDay) {
        return true;
    }

    /** Whether couriers of an outlet set out on a day, counted in the same way. */
    default boolean works(Place outlet, long epochDay) {
        return true;
    }

    static long turn(long secondOfDay, int hours) {
        return (secondOfDay + hours * ChinaTime.HOUR) % ChinaTime.DAY;
    }

    static long clock(double hour, int spreadMinutes, Dice dice) {
        long second = (long) (hour * ChinaTime.HOUR) + dice.whole(-spreadMinutes, spreadMinutes) * ChinaTime.MINUTE;
        return Math.floorMod(second, ChinaTime.DAY);
    }
}
