package io.waypost.simulator.network;

import io.waypost.simulator.chance.Dice;
import java.util.List;

/** Mobile numbers that look right and reach nobody: their ranges are in the numbering plan, but not given to subscribers. */
public final class Phones {

    private static final List<String> RANGES = List.of("1430", "1540", "1542", "1637", "1640", "1643", "1690", "1697");

    private Phones() {}

    /** A number of eleven digits. */
    public static String draw(Dice dice) {
        return dice.pick(RANGES) + dice.whole(1_000_000, 9_999_999);
    }
}
