package io.waypost.core.tariff;

import io.waypost.core.place.Division;
import io.waypost.core.place.Divisions;
import io.waypost.core.place.LaneClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts how long parcels took from city to city, from province to province and by class of lanes. Not safe for threads; three hours are told
 * apart, up to twenty days, so that a lane takes 640 bytes however many parcels went there.
 */
public final class LaneHistory {

    private static final int HOURS_PER_CELL = 3;
    private static final int CELLS = 160;
    private static final double HALF = 0.5;
    private static final double MOST = 0.9;

    private final Map<Lane, int[]> counts = new HashMap<>();

    /** The ends of a lane, as far as they are told apart. */
    public record Lane(String from, String to) {}

    /** The lane between two cities; empty where a code is none of China's. */
    public static Optional<Lane> cities(String from, String to) {
        return lane(Divisions.china().cityOf(from), Divisions.china().cityOf(to));
    }

    /** The lane between two provinces. */
    public static Optional<Lane> provinces(String from, String to) {
        return lane(Divisions.china().provinceOf(from), Divisions.china().provinceOf(to));
    }

    /** All lanes of the same class. */
    public static Optional<Lane> alike(String from, String to) {
        return LaneClass.of(from, to).map(kind -> new Lane("", kind.name()));
    }

    /** The lanes that tell how long a parcel takes, the most exact first. */
    public static List<Lane> fitting(String from, String to) {
        var lanes = new ArrayList<Lane>();
        cities(from, to).ifPresent(lanes::add);
        // Within a province the distance counts more than the province.
        provinces(from, to).filter(lane -> !lane.from().equals(lane.to())).ifPresent(lanes::add);
        alike(from, to).ifPresent(lanes::add);
        return lanes;
    }

    private static Optional<Lane> lane(Optional<Division> from, Optional<Division> to) {
        return from.flatMap(a -> to.map(b -> new Lane(a.code(), b.code())));
    }

    /** Counts a parcel that took so long. */
    public void add(String from, String to, Duration took) {
        if (took.isNegative()) {
            return;
        }
        int cell = (int) Math.min(CELLS - 1, took.toHours() / HOURS_PER_CELL);
        for (var lane : fitting(from, to)) {
            counts.computeIfAbsent(lane, _ -> new int[CELLS])[cell]++;
        }
    }

    /** What was counted of lanes with at least so many parcels. */
    public List<LaneTime> times(int least) {
        return counts.entrySet().stream().map(entry -> time(entry.getKey(), entry.getValue()))
                .filter(time -> time.parcels() >= least).toList();
    }

    private static LaneTime time(Lane lane, int[] cells) {
        int parcels = 0;
        for (int count : cells) {
            parcels += count;
        }
        return new LaneTime(lane.from(), lane.to(), parcels, within(cells, parcels, HALF),
                within(cells, parcels, MOST));
    }

    /** Within how many hours that share was there: the end of the cell in which it is reached. */
    private static int within(int[] cells, int parcels, double share) {
        double wanted = share * parcels;
        int sum = 0;
        for (int i = 0; i < cells.length; i++) {
            sum += cells[i];
            if (sum >= wanted) {
                return (i + 1) * HOURS_PER_CELL;
            }
        }
        return CELLS * HOURS_PER_CELL;
    }
}
