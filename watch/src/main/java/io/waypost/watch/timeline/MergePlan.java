package io.waypost.watch.timeline;

import java.util.List;

/** Which segments become one next. */
final class MergePlan {

    private MergePlan() {}

    /**
     * The oldest neighbours of one level that fill a window, or a day, which is over: a later segment begins after it. Empty if there
     * are none.
     *
     * @param segments in the order of the log
     */
    static List<StoredSegment> next(List<StoredSegment> segments, TimelinePlan plan) {
        for (int level = TimelinePlan.DAY - 1; level >= 0; level--) {
            int from = 0;
            while (from < segments.size() && segments.get(from).info().level() > level) {
                from++;
            }
            int until = end(segments, from, level, plan);
            if (until < segments.size()) {
                return segments.subList(from, until);
            }
        }
        return List.of();
    }

    /** Where the run that begins there ends; past all segments if its span may not be over. */
    private static int end(List<StoredSegment> segments, int from, int level, TimelinePlan plan) {
        if (from == segments.size()) {
            return from;
        }
        int span = span(segments, from, level, plan);
        for (int i = from + 1; i < segments.size(); i++) {
            if (span(segments, i, level, plan) > span) {
                return i;
            }
            if (segments.get(i).info().level() < level) {
                return segments.size();
            }
        }
        return segments.size();
    }

    private static int span(List<StoredSegment> segments, int index, int level, TimelinePlan plan) {
        return plan.span(level, segments.get(index).info().minArrival());
    }
}
