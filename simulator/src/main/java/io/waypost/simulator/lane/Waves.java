package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.rhythm.Calendar;
import io.waypost.simulator.rhythm.ChinaTime;
import io.waypost.simulator.weather.Weather;

/** Departure waves (频次): lorries leave at set times of day, the more often the busier the lane. */
public final class Waves {

    private static final long LUCK = 302;

    private final long seed;

    private final Weather weather;

    public Waves(long seed, Weather weather) {
        this.seed = seed;
        this.weather = weather;
    }

    /** When the next lorry leaves for a parcel that is ready at this second. */
    public long departure(Place from, Place to, long ready) {
        long at = weather.workingFrom(from.province(), ready);
        Dice lane = Dice.of(seed, LUCK, Lanes.key(from), Lanes.key(to));
        long wave = earliest(at, times(from, to, lane));
        while (Calendar.springStandstill(ChinaTime.date(wave))) {
            wave += ChinaTime.DAY;
        }
        return wave;
    }

    /** When couriers of an outlet next set out (派件批次) with a parcel that is ready at this second. */
    public long round(Place outlet, long ready) {
        Dice dice = Dice.of(seed, LUCK, Lanes.key(outlet));
        long at = weather.workingFrom(outlet.province(), ready);
        long morning = clock(8, 20, dice);
        long afternoon = clock(14, 25, dice);
        long round = outlet.receives() > 1.0 / 20_000
                ? earliest(at, morning, afternoon, clock(17.5, 15, dice))
                : earliest(at, morning, afternoon);
        while (Calendar.springStandstill(ChinaTime.date(round))) {
            round += ChinaTime.DAY;
        }
        return round;
    }

    private static long[] times(Place from, Place to, Dice lane) {
        if (!from.hub()) {
            return from.sends() > 1.0 / 10_000
                    ? new long[]{clock(12.5, 30, lane), clock(17, 25, lane), clock(20.5, 25, lane)}
                    : new long[]{clock(17.5, 40, lane), clock(20.5, 30, lane)};
        }
        if (!to.hub()) {
            return to.receives() > 1.0 / 20_000
                    ? new long[]{clock(4.5, 40, lane), clock(10.5, 40, lane), clock(15, 30, lane), clock(20, 40, lane)}
                    : new long[]{clock(4, 50, lane), clock(11, 50, lane), clock(18, 60, lane)};
        }
        long first = clock(23, 150, lane);
        boolean busy = (from.sends() + from.receives()) * (to.sends() + to.receives()) > 1e-4;
        return busy
                ? new long[]{first, turn(first, 5), turn(first, 10), turn(first, 16)}
                : new long[]{first, turn(first, 7), turn(first, 15)};
    }

    private static long earliest(long at, long... times) {
        long earliest = Long.MAX_VALUE;
        for (long time : times) {
            earliest = Math.min(earliest, ChinaTime.next(at, time));
        }
        return earliest;
    }

    private static long turn(long secondOfDay, int hours) {
        return (secondOfDay + hours * ChinaTime.HOUR) % ChinaTime.DAY;
    }

    private static long clock(double hour, int spreadMinutes, Dice dice) {
        long second = (long) (hour * ChinaTime.HOUR) + dice.whole(-spreadMinutes, spreadMinutes) * ChinaTime.MINUTE;
        return Math.floorMod(second, ChinaTime.DAY);
    }
}
