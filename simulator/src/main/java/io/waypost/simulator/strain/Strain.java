package io.waypost.simulator.strain;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.rhythm.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sites under strain: a hub stands still for some hours, an outlet is short of couriers for a day. A function of seed, place and time.
 *
 * <p>Only a demonstration with a showcase has it, so that there is something to see; a measurement of silence has parcels held up for no
 * reason but its own.
 */
public final class Strain {

    private static final long LUCK = 801;

    /** Of thirty days a hub stands still on one. */
    private static final double STANDSTILL = 1.0 / 30;

    /** The showcase is short of couriers every so many days; so seldom that the other days are what is usual. */
    private static final int EVERY_DAYS = 6;

    private static final double PUT_OFF = 0.8;

    private final long seed;

    private final @Nullable Place showcase;

    private final LocalDate start;

    /** The strain of a demonstration with that showcase; nothing without one. */
    public Strain(long seed, @Nullable Place showcase, Instant start) {
        this.seed = seed;
        this.showcase = showcase;
        this.start = ChinaTime.date(start.getEpochSecond());
    }

    /** When work goes on at the place; the second itself where it does not stand still. */
    public long worksFrom(Place place, long at) {
        if (showcase == null || !place.hub()) {
            return at;
        }
        Dice dice = Dice.of(seed, LUCK, place.index(), ChinaTime.date(at).toEpochDay());
        if (!dice.chance(STANDSTILL)) {
            return at;
        }
        long from = ChinaTime.midnight(at) + dice.whole(0, 14) * ChinaTime.HOUR;
        long until = from + dice.whole(5, 9) * ChinaTime.HOUR;
        return from <= at && at < until ? until : at;
    }

    /** Whether no courier is left for that parcel today. */
    public boolean putOff(Place outlet, long parcel, long at) {
        if (!outlet.equals(showcase)) {
            return false;
        }
        LocalDate today = ChinaTime.date(at);
        long day = ChronoUnit.DAYS.between(start, today);
        return day > 0 && day % EVERY_DAYS == 0 && Dice.of(seed, LUCK, parcel, today.toEpochDay()).chance(PUT_OFF);
    }
}
