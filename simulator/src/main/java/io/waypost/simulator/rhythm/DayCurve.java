package io.waypost.simulator.rhythm;

import io.waypost.simulator.chance.Dice;
import java.util.Arrays;

/** When in a day things happen, as weights of its 24 hours. Immutable. */
public final class DayCurve {

    /** Orders: shops and people from morning to late evening, with a peak in the afternoon. */
    public static final DayCurve ORDERS = new DayCurve(1.5, 0.8, 0.5, 0.3, 0.3, 0.5, 1, 2, 4, 6.5, 7.5, 7, 5.5, 6, 7,
            7.5, 7.5, 6.5,
            5.5, 5.5, 6, 5.5, 4, 2.5);

    private final double[] cumulative = new double[25];

    private DayCurve(double... hours) {
        for (int hour = 0; hour < 24; hour++) {
            cumulative[hour + 1] = cumulative[hour] + hours[hour];
        }
    }

    /** The sorted seconds of a day at which {@code count} things happen. */
    public long[] draw(int count, Dice dice) {
        long[] seconds = new long[count];
        for (int i = 0; i < count; i++) {
            seconds[i] = second(dice.uniform());
        }
        Arrays.sort(seconds);
        return seconds;
    }

    private long second(double share) {
        double sought = share * cumulative[24];
        int hour = 0;
        while (cumulative[hour + 1] <= sought) {
            hour++;
        }
        double within = (sought - cumulative[hour]) / (cumulative[hour + 1] - cumulative[hour]);
        return (long) ((hour + within) * ChinaTime.HOUR);
    }
}
