package io.waypost.core.watch;

import io.waypost.core.watch.LimitTrial.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a trial of a limit came to (试算结果).
 *
 * @param base warnings under the table in force
 * @param tried warnings under the table that was tried
 * @param dropped warnings that would not have been raised
 * @param droppedRight of those, how many had been right when they were raised in truth
 * @param droppedWrong of those, how many had been wrong
 * @param droppedUndecided of those, how many were not judged yet
 * @param added warnings that would have been raised besides
 * @param addedMoved of those, how many parcels went on by themselves before the end of the log: most of them had been wrong
 * @param later warnings that would have been raised later
 * @param laterHours by how many hours, all together
 * @param earlier warnings that would have been raised earlier
 * @param earlierHours by how many hours, all together
 * @param examples some that differ, the longest silences first
 */
public record LimitTally(
        long base,
        long tried,
        long dropped,
        long droppedRight,
        long droppedWrong,
        long droppedUndecided,
        long added,
        long addedMoved,
        long later,
        double laterHours,
        long earlier,
        double earlierHours,
        List<Example> examples) {

    /** Nothing was looked at yet. */
    public static final LimitTally EMPTY = new LimitTally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

    private static final int SHOWN_OF_EACH = 10;

    public LimitTally {
        examples = List.copyOf(examples);
    }

    /**
     * A warning that one table raises and the other does not.
     *
     * @param verdict what became of the true one, where there was one and it was judged
     */
    public record Example(
            String waybill,
            String site,
            Instant silentSince,
            boolean added,
            double silentHours,
            @Nullable Instant movedAt,
            @Nullable Verdict verdict) {}

    /** The true warning that a pair stands for. */
    public interface Truth {

        /** Its verdict; empty where there was none, or it is not judged. */
        Optional<Verdict> verdict(Pair pair);
    }

    /**
     * Counts further pairs.
     *
     * @param until the end of the log, up to which a parcel that did not move was silent
     */
    public LimitTally plus(List<Pair> pairs, Truth truth, Instant until) {
        var sum = this;
        for (var pair : pairs) {
            sum = sum.plus(pair, truth.verdict(pair).orElse(null), until);
        }
        return sum;
    }

    private LimitTally plus(Pair pair, @Nullable Verdict verdict, Instant until) {
        boolean before = pair.base() != null;
        boolean after = pair.tried() != null;
        boolean gone = before && !after;
        boolean come = after && !before;
        double hours = pair.later().toSeconds() / 3600.0;
        return new LimitTally(
                base + one(before),
                tried + one(after),
                dropped + one(gone),
                droppedRight + one(gone && verdict == Verdict.RIGHT),
                droppedWrong + one(gone && verdict == Verdict.WRONG),
                droppedUndecided + one(gone && verdict == null),
                added + one(come),
                addedMoved + one(come && pair.movedAt() != null),
                later + one(hours > 0),
                laterHours + Math.max(0, hours),
                earlier + one(hours < 0),
                earlierHours + Math.max(0, -hours),
                gone || come ? with(example(pair, verdict, come, until)) : examples);
    }

    private List<Example> with(Example example) {
        var all = new ArrayList<>(examples);
        all.add(example);
        all.sort(Comparator.comparingDouble(Example::silentHours).reversed().thenComparing(Example::waybill));
        var shown = new ArrayList<Example>();
        for (var added : List.of(false, true)) {
            all.stream().filter(one -> one.added() == added).limit(SHOWN_OF_EACH).forEach(shown::add);
        }
        return shown;
    }

    private static Example example(Pair pair, @Nullable Verdict verdict, boolean added, Instant until) {
        var end = pair.movedAt() == null ? until : pair.movedAt();
        double hours = Duration.between(pair.silentSince(), end).toMinutes() / 60.0;
        return new Example(pair.waybill(), pair.finding().responsible().site(), pair.silentSince(), added,
                Limit.round(hours), pair.movedAt(), verdict);
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }
}
