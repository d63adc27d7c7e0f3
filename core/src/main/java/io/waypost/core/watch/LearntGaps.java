package io.waypost.core.watch;

import io.waypost.core.place.LaneClass;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What learning knows of the gaps of one key, and the coarser keys whose limit it takes over from, the nearest first (某一类间隔). Gaps are
 * measured after all have been seen, without the days of rest that they showed. Not safe for threads.
 */
final class LearntGaps {

    private static final long WEEK = Duration.ofDays(7).toSeconds();

    private static final GapHistogram UNMEASURED = new GapHistogram();

    private final LimitKey key;
    private final @Nullable LaneClass laneClass;
    private final Set<LimitKey> coarser = new LinkedHashSet<>();
    private final RestLearning rest = new RestLearning();
    private GapHistogram histogram = UNMEASURED;
    private GapHistogram withYoung = UNMEASURED;
    private RestDays restDays = RestDays.NONE;
    private double longestDefault;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /**
     * None yet.
     *
     * @param laneClass the class of a key's one lane
     */
    LearntGaps(LimitKey key, @Nullable LaneClass laneClass) {
        this.key = key;
        this.laneClass = laneClass;
    }

    LimitKey key() {
        return key;
    }

    /** The same for all lanes of the class. */
    LimitKey keyOfClass() {
        return new LimitKey(key.stage(), laneClass, null, null, key.dayPart());
    }

    Set<LimitKey> coarser() {
        return coarser;
    }

    /** What counts without learning is at least this. */
    void lengthen(double hours) {
        longestDefault = Math.max(longestDefault, hours);
    }

    double longestDefault() {
        return longestDefault;
    }

    /** Sees a gap that has ended. */
    void see(long from, long until, boolean young) {
        rest.add(from, until, true);
        if (!young) {
            first = Math.min(first, from);
            last = Math.max(last, from);
        }
    }

    /** Sees a gap that has not ended yet. */
    void seeOpen(long from, long now) {
        rest.add(from, now, false);
    }

    /** Whether they tell of a whole week: who rests on Sundays shows it only then. */
    boolean ofAWeek() {
        return last > first && last - first > WEEK;
    }

    /** Whether there were enough that days of rest would have shown. */
    boolean showsRest() {
        return rest.known();
    }

    /** The days of rest that they show; for days of which too little is known these. */
    RestDays seenRest(RestDays otherwise) {
        return rest.restDays(otherwise);
    }

    /** Which share of what waits stays on each day of the week. */
    double[] shares() {
        return rest.shares();
    }

    /** Which share stays on a day that is none of these. */
    double usualShare(RestDays days) {
        return rest.usual(days);
    }

    /**
     * Begins to measure on a clock that stands still on the days of rest.
     *
     * @param teacher which gaps tell of them, these or coarser ones; null where none do
     */
    void begin(@Nullable LearntGaps teacher) {
        restDays = teacher == null ? RestDays.NONE : teacher.seenRest(RestDays.NONE);
        histogram = new GapHistogram();
        withYoung = new GapHistogram();
    }

    void measure(long from, long until, boolean young) {
        var gap = Duration.ofSeconds(restDays.worked(from, until));
        withYoung.add(gap);
        if (!young) {
            histogram.add(gap);
        }
    }

    RestDays restDays() {
        return restDays;
    }

    /** Whether what rests is only a part of them: of its timetable the others' gaps do not tell. */
    boolean somePartRests() {
        return restDays.partly();
    }

    /** Those that are old enough. */
    GapHistogram histogram() {
        return histogram;
    }

    /** These and those that are too young to tell how many longer ones there will be. */
    GapHistogram withYoung() {
        return withYoung;
    }
}
