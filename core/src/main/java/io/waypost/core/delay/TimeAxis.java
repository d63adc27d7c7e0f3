package io.waypost.core.delay;

import java.util.ArrayList;
import java.util.List;

/** The buckets of remaining time: hours for three days, three hours up to ten days, half days up to thirty; then nothing is told apart. */
final class TimeAxis {

    /** Upper ends in hours, rising. */
    private static final List<Integer> ENDS = ends();

    /** How many buckets there are. */
    static final int SIZE = ENDS.size();

    private TimeAxis() {}

    private static List<Integer> ends() {
        var ends = new ArrayList<Integer>();
        for (int hour = 1; hour <= 72; hour++) {
            ends.add(hour);
        }
        for (int hour = 75; hour <= 240; hour += 3) {
            ends.add(hour);
        }
        for (int hour = 252; hour <= 720; hour += 12) {
            ends.add(hour);
        }
        return List.copyOf(ends);
    }

    /** The bucket of a time in hours; {@link #SIZE} beyond the last. */
    static int bucket(double hours) {
        if (hours < 72) {
            return Math.max(0, (int) Math.floor(hours));
        }
        if (hours < 240) {
            return 72 + (int) Math.floor((hours - 72) / 3);
        }
        return Math.min(SIZE, 128 + (int) Math.floor((hours - 240) / 12));
    }

    static int start(int bucket) {
        return bucket == 0 ? 0 : ENDS.get(bucket - 1);
    }

    static int end(int bucket) {
        return ENDS.get(bucket);
    }
}
