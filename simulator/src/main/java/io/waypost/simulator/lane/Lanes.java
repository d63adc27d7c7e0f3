package io.waypost.simulator.lane;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.network.Shape;
import io.waypost.simulator.rhythm.ChinaTime;
import io.waypost.simulator.weather.Weather;

/**
 * How long lorries take. All parcels on a lorry share its luck, since it belongs to lane and departure.
 *
 * <p>Kilometres are great-circle kilometres times 1.28 for roads. In the standing shape long hauls average 62 km/h with two drivers
 * (Huizhou–Chengdu, 1,330 km: about 29 h, where a real trace shows 33.5 h), collection and distribution 42 km/h, and 58 beyond 120 km;
 * see {@link Speeds} for the others.
 */
public final class Lanes {

    private static final long LUCK = 301;

    private static final double DETOUR = 1.28;

    /** To load, to cross and to unload. */
    private static final double FERRY_HOURS = 9;

    /** For so long a lorry is near its origin, and again near its destination, and feels the weather there. */
    private static final long NEAR = 9 * ChinaTime.HOUR;

    private final long seed;

    private final Speeds speeds;

    private final boolean ferries;

    private final Weather weather;

    public Lanes(long seed, Shape shape, Weather weather) {
        this.seed = seed;
        this.speeds = Speeds.of(shape);
        this.ferries = shape == Shape.ISLANDS;
        this.weather = weather;
    }

    /** When the lorry that leaves at this second arrives. */
    public long arrival(Place from, Place to, long departs) {
        Dice lorry = Dice.of(seed, LUCK, key(from), key(to), departs / 60);
        double hours = usualHours(from, to) * lorry.around(1, speeds.spread());
        if (lorry.chance(speeds.breakdown())) {
            hours += lorry.between(2, 9);
        }
        long fair = departs + (long) (hours * ChinaTime.HOUR);
        long arrives = fair + weather.delay(from.province(), departs, Math.min(fair, departs + NEAR))
                + weather.delay(to.province(), Math.max(departs, fair - NEAR), fair);
        long open = weather.workingFrom(to.province(), arrives);
        return open == arrives ? arrives : open + (long) lorry.between(ChinaTime.HOUR, 5.0 * ChinaTime.HOUR);
    }

    /** The hours that a lane usually takes. */
    double usualHours(Place from, Place to) {
        double km = DETOUR * from.kmTo(to);
        double sea = ferries && from.overTheSea(to) ? FERRY_HOURS : 0;
        if (!from.hub() || !to.hub()) {
            return sea + speeds.feeder(from, to, km);
        }
        return sea + 1.5 + km / speeds.between(from, to) + (overseas(from) == overseas(to) ? 0 : 14);
    }

    static long key(Place place) {
        return place.hub() ? -1L - place.index() : place.index();
    }

    private static boolean overseas(Place place) {
        return place.province().equals("71");
    }
}
