package io.waypost.simulator.parcel;

import io.waypost.simulator.chance.Dice;
import io.waypost.simulator.rhythm.ChinaTime;
import io.waypost.simulator.truth.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What will go wrong with a parcel on its way, drawn when it is ordered.
 *
 * @param afterLeg index of the stop after which it strikes
 * @param moment where at or behind that stop
 * @param cures seconds after which it mends itself; unused for what never does
 * @param atSender behind a departure, whether the parcel never left the dock
 */
record Trouble(Kind kind, int afterLeg, Moment moment, long cures, boolean atSender) {

    /** Where a parcel can get stuck. */
    enum Moment {
        /** Scanned as departed, not scanned on arrival. */
        ON_THE_WAY,
        /** Scanned as arrived, and then not seen again. */
        AT_THE_STOP,
        /** Out for delivery, and not brought back. */
        WITH_THE_COURIER
    }

    /** How often a badly run outlet mislays a parcel. */
    static final double CARELESS = 0.1;

    private static final double LOST = 0.0009;

    private static final double MISLAID = 0.0036;

    private static final double DAMAGED = 0.0008;

    private static final double MISSORTED = 0.006;

    /** The trouble of a parcel that makes this many hops; null for nearly all of them. */
    static @Nullable Trouble draw(int hops, Dice dice) {
        double luck = dice.uniform();
        if (luck < LOST) {
            return strike(Kind.LOST, hops, 0, dice);
        }
        if (luck < LOST + MISLAID) {
            return strike(Kind.MISLAID, hops, hours(Math.clamp(dice.around(84, 0.55), 16, 330)), dice);
        }
        if (luck < LOST + MISLAID + DAMAGED) {
            int hub = dice.whole(1, Math.max(1, hops - 1));
            return new Trouble(Kind.DAMAGED, hub, Moment.AT_THE_STOP, hours(dice.between(50, 200)), false);
        }
        if (luck < LOST + MISLAID + DAMAGED + MISSORTED && hops >= 3) {
            return new Trouble(Kind.MISSORTED, dice.whole(1, hops - 2), Moment.ON_THE_WAY, 0, false);
        }
        return null;
    }

    /** Mislaid for a day or some at this stop. */
    static Trouble mislaidAt(int stop, Dice dice) {
        return new Trouble(Kind.MISLAID, stop, Moment.AT_THE_STOP, hours(dice.between(30, 90)), false);
    }

    private static Trouble strike(Kind kind, int hops, long cures, Dice dice) {
        double where = dice.uniform();
        if (where < 0.58) {
            return new Trouble(kind, dice.whole(0, hops - 1), Moment.ON_THE_WAY, cures, dice.chance(0.3));
        }
        if (where < 0.9) {
            return new Trouble(kind, dice.whole(0, hops), Moment.AT_THE_STOP, cures, false);
        }
        return new Trouble(kind, hops, Moment.WITH_THE_COURIER, cures, false);
    }

    private static long hours(double hours) {
        return (long) (hours * ChinaTime.HOUR);
    }
}
