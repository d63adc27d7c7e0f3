package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.network.Shape;
import io.waypost.simulator.rhythm.Calendar;
import io.waypost.simulator.rhythm.ChinaTime;
import io.waypost.simulator.weather.Weather;

/** Departure waves (频次): lorries leave at set times of day, the more often the busier the lane. */
public final class Waves {

    private static final long LUCK = 302;

    private final long seed;

    private final Timetable timetable;

    private final Weather weather;

    public Waves(long seed, Shape shape, Weather weather) {
        this.seed = seed;
        this.timetable = Timetable.of(shape);
        this.weather = weather;
    }

    /** When the next lorry leaves for a parcel that is ready at this second. */
    public long departure(Place from, Place to, long ready) {
        long at = weather.workingFrom(from.province(), ready);
        Dice lane = Dice.of(seed, LUCK, Lanes.key(from), Lanes.key(to));
        long wave = earliest(at, timetable.lorries(from, to, lane));
        while (Calendar.springStandstill(ChinaTime.date(wave))
                || !timetable.runs(from, to, ChinaTime.date(wave).toEpochDay())) {
            wave += ChinaTime.DAY;
        }
        return wave;
    }

    /** When couriers of an outlet next set out (派件批次) with a parcel that is ready at this second. */
    public long round(Place outlet, long ready) {
        Dice dice = Dice.of(seed, LUCK, Lanes.key(outlet));
        long at = weather.workingFrom(outlet.province(), ready);
        long round = earliest(at, timetable.rounds(outlet, dice));
        while (Calendar.springStandstill(ChinaTime.date(round))
                || !timetable.works(outlet, ChinaTime.date(round).toEpochDay())) {
            round += ChinaTime.DAY;
        }
        return round;
    }

    private static long earliest(long at, long... times) {
        long earliest = Long.MAX_VALUE;
        for (long time : times) {
            earliest = Math.min(earliest, ChinaTime.next(at, time));
        }
        return earliest;
    }
}
