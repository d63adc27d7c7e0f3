package io.waypost.core.watch;

import io.waypost.core.place.Divisions;
import io.waypost.core.place.LaneClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lanes as small numbers; 0 is {@link Lane#UNKNOWN}. A number is given when a lane is first met. Not safe for threads. */
public final class LaneIndex {

    /** Nothing is known about the way. */
    public static final int UNKNOWN = 0;

    private final Map<Ends, Integer> ofEnds = new HashMap<>();
    private final Map<Lane, Integer> numbers = new HashMap<>();
    private final List<Lane> lanes = new ArrayList<>();

    public LaneIndex() {
        numbers.put(Lane.UNKNOWN, UNKNOWN);
        lanes.add(Lane.UNKNOWN);
    }

    private record Ends(String from, String to) {}

    /** The lane between two divisions; null where a division is not known. */
    public int number(@Nullable String from, @Nullable String to) {
        return from == null || to == null
                ? UNKNOWN
                : ofEnds.computeIfAbsent(new Ends(from, to), ends -> number(between(ends.from, ends.to)));
    }

    /** The number of a lane. */
    public int number(Lane lane) {
        return numbers.computeIfAbsent(lane, fresh -> {
            lanes.add(fresh);
            return lanes.size() - 1;
        });
    }

    /** The lane of that number. */
    public Lane lane(int number) {
        return lanes.get(number);
    }

    /** How many numbers have been given, that of the unknown lane included. */
    public int size() {
        return lanes.size();
    }

    /** The lane between two codes of divisions. */
    public static Lane between(String from, String to) {
        var divisions = Divisions.china();
        var start = divisions.resolve(from);
        var end = divisions.resolve(to);
        return start.isEmpty() || end.isEmpty()
                ? Lane.UNKNOWN
                : new Lane(LaneClass.of(from, to).orElse(null), start.get().provinceCode(), end.get().provinceCode());
    }
}
