package io.waypost.core.watch;

import java.util.Collection;
import java.util.Comparator;

/**
 * Spans in which a parcel may be silent, as pairs of seconds (from, until) in the order of their beginning: what {@link PausedTime} is
 * for instants. Immutable as far as everybody keeps their hands off the array.
 */
final class Resting {

    static final int[] NEVER = {};

    private Resting() {}

    /** The spans of these pauses. */
    static int[] of(Collection<Pause> pauses) {
        return pauses.stream().sorted(Comparator.comparing(Pause::from).thenComparing(Pause::until))
                .flatMapToInt(pause -> java.util.stream.IntStream.of((int) pause.from().getEpochSecond(),
                        (int) pause.until().getEpochSecond()))
                .toArray();
    }

    /** The same with another span. */
    static int[] with(int[] spans, int from, int until) {
        var more = new int[spans.length + 2];
        int i = 0;
        while (i < spans.length && (spans[i] < from || (spans[i] == from && spans[i + 1] <= until))) {
            i += 2;
        }
        System.arraycopy(spans, 0, more, 0, i);
        more[i] = from;
        more[i + 1] = until;
        System.arraycopy(spans, i, more, i + 2, spans.length - i);
        return more;
    }

    /** Both together. */
    static int[] joined(int[] one, int[] other) {
        if (one.length == 0 || other.length == 0) {
            return one.length == 0 ? other : one;
        }
        var joined = one;
        for (int i = 0; i < other.length; i += 2) {
            joined = with(joined, other[i], other[i + 1]);
        }
        return joined;
    }

    /** When so many seconds have passed since then, these spans not counted. */
    static int after(int since, int counted, int[] spans) {
        int end = since + counted;
        int covered = since;
        for (int i = 0; i < spans.length; i += 2) {
            int from = Math.max(spans[i], covered);
            if (from > end) {
                break;
            }
            if (spans[i + 1] > from) {
                end += spans[i + 1] - from;
                covered = spans[i + 1];
            }
        }
        return end;
    }
}
