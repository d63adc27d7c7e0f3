package io.waypost.app.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parcels and findings counted by place: a read model for boards. */
public interface WatchCounts {

    /**
     * Parcels under way, by the place where the next scan is expected. One pass over all of them: ask seldom, and for everybody at once.
     *
     * @param watched how long without a scan before a parcel counts as watched
     */
    List<UnderWay> underWay(Instant now, Duration watched);

    /** Findings that stand or were raised since then, by the place responsible. */
    List<Findings> findings(Instant since, Instant today, Instant yesterday);

    /** How many silent parcels each of the places answers for; those with none are missing. */
    Map<String, Long> silent(Collection<String> unitPaths);

    /** Findings raised and cleared since then, by place and hour. */
    List<Hour> hours(Instant since);

    /**
     * Parcels under way of a place.
     *
     * @param watch of these, not seen for long, not silent yet, and not resting for a reason
     */
    record UnderWay(String unitPath, long parcels, long watch) {}

    /**
     * Findings of a place.
     *
     * @param silent those that stand
     * @param oldest the longest silence that stands, null where none does
     * @param undecided raised since the given instant, and not judged yet
     */
    record Findings(
            String unitPath,
            long silent,
            @Nullable Instant oldest,
            long raisedToday,
            long raisedYesterday,
            long right,
            long wrong,
            long undecided) {}

    /**
     * What happened in an hour.
     *
     * @param hour its beginning
     */
    record Hour(String unitPath, Instant hour, long raised, long cleared) {}
}
