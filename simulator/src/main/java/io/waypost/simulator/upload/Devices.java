package io.waypost.simulator.upload;

import io.waypost.client.Scan;
import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.network.PersonNames;
import io.waypost.simulator.network.Place;
import io.waypost.simulator.network.Shape;
import io.waypost.simulator.parcel.Mark;
import io.waypost.simulator.rhythm.ChinaTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hand-held devices (巴枪) of all places. Most upload within a minute; some keep part of their scans for minutes or hours, some scans come
 * twice ({@link Habits}); one in two thousand has a wrong clock. A function of the seed.
 */
public final class Devices {

    private static final long LUCK = 601;

    private static final int COURIERS = 6;

    private static final int AT_A_HUB = 40;

    private static final double WRONG_CLOCK = 0.0005;

    private static final long[] CLOCK_ERRORS = {8 * ChinaTime.HOUR, -8 * ChinaTime.HOUR, ChinaTime.DAY, -ChinaTime.DAY,
            -365 * ChinaTime.DAY, 2 * ChinaTime.HOUR};

    private final long seed;

    private final Habits habits;

    public Devices(long seed, Shape shape) {
        this.seed = seed;
        this.habits = Habits.of(shape);
    }

    /**
     * What the platform gets of one scan, once or twice.
     *
     * @param parcel index of the parcel
     * @param number of the scan within the parcel, from 0
     */
    public List<Upload> upload(long parcel, int number, String waybill, Mark mark, long at) {
        Dice dice = Dice.of(seed, LUCK, parcel, number);
        Place site = mark.site();
        int hand = dice.whole(1, mark.byCourier() ? COURIERS : site.hub() ? AT_A_HUB : 3);
        long shown = dice.chance(WRONG_CLOCK) ? at + CLOCK_ERRORS[dice.whole(0, CLOCK_ERRORS.length - 1)] : at;
        Scan scan = new Scan(waybill, mark.type().name(), Instant.ofEpochSecond(shown), site.code(),
                code(mark.nextSite()),
                code(site, hand), operator(site, hand), mark.bag(), mark.weightKg(),
                mark.remark(),
                waybill + "-" + number);
        long arrives = at + delay(site, hand, dice);
        if (dice.chance(habits.twice())) {
            return List.of(new Upload(arrives, scan), new Upload(arrives + dice.whole(60, 1800), scan));
        }
        return List.of(new Upload(arrives, scan));
    }

    private long delay(Place site, int hand, Dice dice) {
        if (lagging(site, hand) && dice.chance(habits.laggingScans())) {
            return (long) dice.between(5.0 * ChinaTime.MINUTE, habits.longestHours() * ChinaTime.HOUR);
        }
        return (long) Math.clamp(dice.around(habits.usualSeconds(), 0.9), 1, 150);
    }

    /** How many devices a place has. */
    static int hands(Place site) {
        return site.hub() ? AT_A_HUB : COURIERS;
    }

    static String code(Place site, int hand) {
        return site.code() + "-D" + hand;
    }

    /** Whether the device keeps scans back. */
    boolean lagging(Place site, int hand) {
        return Dice.of(seed, LUCK, site.code().hashCode(), hand, LUCK).chance(habits.lagging(site));
    }

    private String operator(Place site, int hand) {
        return PersonNames.draw(Dice.of(seed, LUCK, site.code().hashCode(), hand));
    }

    private static @Nullable String code(@Nullable Place place) {
        return place == null ? null : place.code();
    }
}
